//! Hostile objects for tests: what an object may hold that nobody should have put there, drawn by every list and every page.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::{List, ListRequest, ListTable, entry};
use crate::api::document::put;
use crate::api::{Kind, Operator};
use crate::cli::{GlobalFlags, KubeFlags, ListFlags, OperatorChoice};
use crate::cluster::ListQuery;
use crate::context::Context;
use crate::output::capture::captured;
use crate::output::clean::is_clean;
use crate::output::objects::Disclosure;
use crate::output::{ColorChoice, Format, ListWriter, Screen, Terminal, yaml};

/// How many objects each list and each page draws.
const OBJECTS: u64 = 2_000;

/// A sequence of numbers that looks random and is always the same (the generator of Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// Texts that drive a terminal, break lines and documents, or are out of all bounds.
fn text(numbers: &mut Numbers) -> String {
    const TEXTS: &[&str] = &[
        "\u{1b}]52;c;cm0gLXJmIH4=\u{7}",
        "\u{1b}[2J\u{1b}[1;1H",
        "\u{1b}[31mred",
        "\u{9b}31m\u{9d}0;title\u{9c}",
        "one\ntwo\r\nthree\u{85}four\u{2028}five",
        "tab\there\u{b}\u{c}",
        "\u{202e}gpj.exe\u{2066}\u{200f}",
        "\0\u{1}\u{7f}",
        "\u{f8f0}private\u{f8f1}",
        "\u{5907}\u{4efd} \u{1f980} e\u{301}",
        "",
        " ",
        "\n",
        "---",
        "key: [value",
        "null",
        "<none>",
        "18446744073709551615",
        "436569119308644661",
        "99999999999999999999999999",
        "-1",
        "2026-01-02T03:04:05Z",
        "9999-12-31T23:59:59+23:59",
        "* * * * *",
        "log",
        "pitr",
        "Running",
        "Complete",
        "log-pause",
        "720h",
        "9999999999h",
    ];
    let text = numbers.pick(TEXTS);
    match numbers.below(20) {
        0 => text.repeat(20_000 / text.len().max(1)),
        1 => format!("{text}{}", numbers.pick(TEXTS)),
        _ => (*text).to_owned(),
    }
}

fn value(numbers: &mut Numbers, depth: usize) -> Value {
    match numbers.below(12) {
        0 => Value::Null,
        1 => json!(numbers.below(2) == 0),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(1e300),
        5 if depth > 0 => json!([value(numbers, depth - 1), value(numbers, depth - 1)]),
        6 if depth > 0 => json!({text(numbers): value(numbers, depth - 1)}),
        _ => text(numbers).into(),
    }
}

/// Replaces some values of a document, adds some, and takes some away.
fn spoil(document: &mut Value, numbers: &mut Numbers) {
    if numbers.below(8) == 0 {
        *document = value(numbers, 2);
        return;
    }
    match document {
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, numbers)),
        Value::Object(keys) => {
            keys.retain(|_, _| numbers.below(25) != 0);
            keys.values_mut().for_each(|value| spoil(value, numbers));
            if numbers.below(10) == 0 {
                keys.insert(text(numbers), value(numbers, 1));
            }
        }
        _ => {}
    }
}

/// An object with every field that a list or a page shows.
fn template(kind: Kind, numbers: &mut Numbers) -> Value {
    let time = "2026-01-02T03:04:05Z";
    let tso = "436569119308644661";
    let storage = json!({"s3": {"bucket": "b", "prefix": "p", "secretName": "s", "path": "x"}});
    let sub = json!({"phase": "Failed", "timeCompleted": time, "conditions": [
        {"type": "Failed", "status": "True", "reason": "r", "message": "m"}]});
    let mut spec = json!({
        "br": {"cluster": "basic", "clusterNamespace": "ns"}, "from": {"host": "h"}, "to": {"host": "h"},
        "backupMode": numbers.pick(&["log", "snapshot"]), "backupType": "full", "cleanPolicy": "Delete",
        "restoreMode": numbers.pick(&["pitr", "snapshot"]), "pitrRestoredTs": tso, "logRestoreStartTs": tso,
        "pitrFullBackupStorageProvider": storage, "logSubcommand": "log-pause", "startTs": tso, "endTs": tso,
        "concurrency": 4, "maxRetryTimes": 6, "schedule": "0 0 * * *", "maxReservedTime": "168h", "maxBackups": 3,
        "backupTemplate": {"br": {"cluster": "basic"}, "s3": {"bucket": "b"}},
        "logBackupTemplate": {"backupMode": "log", "s3": {"bucket": "b"}}, "compactInterval": "1h",
    });
    put(&mut spec, "s3", storage.get("s3").cloned());
    json!({
        "apiVersion": "pingcap.com/v1alpha1", "kind": kind.name(),
        "metadata": {
            "name": "x", "namespace": "ns", "creationTimestamp": time, "resourceVersion": "1",
            "labels": {"tidb.pingcap.com/backup-schedule": "x", "a": "b"},
            "managedFields": [{"time": time, "fieldsV1": {"f:status": {}}}],
        },
        "spec": spec,
        "status": {
            "phase": "Failed", "state": "Failed", "progress": "1/2", "message": "m", "commitTs": tso, "backupPath": "p",
            "backupSizeReadable": "1 GB", "timeTaken": "1m", "timeStarted": time, "timeCompleted": time,
            "logCheckpointTs": tso, "logSuccessTruncateUntil": tso, "endTs": tso,
            "conditions": [{"type": "Failed", "status": "True", "reason": "r", "message": "m", "lastTransitionTime": time}],
            "progresses": [{"step": "Full Restore", "progress": 50.0}],
            "backoffRetryStatus": [{"retryNum": 1, "detectFailedAt": time, "retryReason": "r"}],
            "logSubCommandStatuses": {"log-start": sub, "log-pause": sub, "log-truncate": sub},
            "lastBackup": "x-1", "lastBackupTime": time, "logBackup": "log-x", "lastCompactProgress": time,
        },
    })
}

/// Runs `check` with every hostile object of a kind.
pub fn for_each_object(kind: Kind, check: impl FnMut(Value)) {
    let object = |seed| {
        let mut numbers = Numbers(seed);
        let mut object = template(kind, &mut numbers);
        let parts = object.as_object_mut().map(Map::values_mut);
        parts
            .into_iter()
            .flatten()
            .for_each(|part| spoil(part, &mut numbers));
        // What is no object at all does not come from an API server.
        if !object.get("metadata").is_some_and(Value::is_object) {
            put(&mut object, "metadata", json!({"name": "x"}));
        }
        object
    };
    (0..OBJECTS).map(object).for_each(check);
}

/// 2026-06-01, with everything that can be shown.
pub fn screen() -> Screen {
    let now: DateTime<Utc> = "2026-06-01T00:00:00Z".parse().unwrap();
    Screen {
        wide: true,
        color: true,
        ..Screen::plain(now)
    }
}

/// Draws the page of every hostile object.
pub fn check_pages(kind: Kind, draw: impl Fn(&Value, &Screen) -> String) {
    for_each_object(kind, |object| {
        let page = draw(&object, &screen());
        assert!(is_clean(&page), "{object}\n{page:?}");
    });
}

/// A list of everything, without a server.
fn with_request(check: impl FnOnce(&ListRequest<'_>)) -> String {
    let (ui, capture) = captured(Terminal::default(), "");
    let context = Context::new(
        ui,
        GlobalFlags {
            operator: OperatorChoice::Auto,
            color: ColorChoice::Never,
            utc: true,
            help: false,
        },
        KubeFlags::default(),
        Utc::now,
        Box::new(|_| None),
    );
    let flags = ListFlags {
        all_namespaces: true,
        show_labels: true,
        ..ListFlags::default()
    };
    check(&ListRequest {
        context: &context,
        flags: &flags,
        query: ListQuery::default(),
        format: Format::Wide,
        namespace: None,
    });
    capture.stderr()
}

/// The table of some objects, and what is said on stderr.
pub fn rows<L: List>(mut list: L, objects: &[Value]) -> (String, String) {
    let mut text = String::new();
    let stderr = with_request(|request| {
        let mut table = ListTable::new(L::COLUMNS, request.flags, true, &screen());
        for object in objects {
            if let Some(entry) = entry(request, &mut list, Operator::V1, object) {
                text.push_str(&table.add(&entry, &screen()));
            }
        }
    });
    (text, stderr)
}

/// Draws the row of every hostile object, and writes it as a document that can be read back.
pub fn check_list<L: List>(mut list: L) {
    let (mut rows, mut seen) = (0, 0);
    let stderr = with_request(|request| {
        for_each_object(L::KIND, |object| {
            let mut table = ListTable::new(L::COLUMNS, request.flags, true, &screen());
            if let Some(entry) = entry(request, &mut list, Operator::V1, &object) {
                rows += 1;
                let text = table.add(&entry, &screen());
                assert!(is_clean(&text), "{object}\n{text:?}");
                assert_eq!(text.lines().count(), 2, "{object}\n{text}");
            }
            // Most of the time goes into documents.
            seen += 1;
            if seen % 10 == 0 {
                documents(&object);
            }
        });
    });
    assert!(rows > OBJECTS / 3, "only {rows} objects were shown");
    assert!(is_clean(&stderr));
    let longest = stderr.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(1_100), "{longest:?}");
}

fn documents(object: &Value) {
    let write = |format: &str| {
        let format = format.parse().unwrap();
        let everything = Disclosure {
            secrets: true,
            managed_fields: true,
        };
        let mut writer = ListWriter::new(&format, false, everything).unwrap();
        let text = writer.text(object.clone()).unwrap();
        writer.next(&text) + writer.end()
    };
    let list: Value = serde_json::from_str(&write("json")).unwrap();
    assert_eq!(list.pointer("/items/0"), Some(object));
    let text = write("yaml");
    let list: Value =
        serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{error}: {object}\n{text}"));
    assert_eq!(list.pointer("/items/0"), Some(object), "{text}");
    assert!(yaml::to_yaml(object).is_ok());
}
