//! Any combination of flags that is accepted makes a manifest that the schema accepts, that says the same when it is read
//! again, and in which every flag finds its field.

use std::collections::BTreeMap;

use chrono::DateTime;
use kubectl_tidb_br::api::{Dialect, Kind, Operator, document_problems};
use kubectl_tidb_br::manifest::flag::{BACKUP, FLAGS, Flag, Group, Takes};
use kubectl_tidb_br::manifest::{Given, Intent, Method};
use kubectl_tidb_br::output::yaml;
use kubectl_tidb_br::time::Tso;
use proptest::prelude::*;
use serde_json::Value;

/// Flags that a snapshot to S3 takes with any other of them.
fn free(operator: Operator) -> Vec<&'static Flag> {
    let apart = |flag: &Flag| {
        matches!(
            flag.name,
            "cluster" | "storage" | "cluster-namespace" | "dumpling-option" | "time-ago"
        ) || ["gcs-", "azblob-", "local-"]
            .iter()
            .any(|other| flag.name.starts_with(other))
    };
    let offered = FLAGS.iter().filter(|flag| BACKUP.contains(&flag.group));
    offered
        .filter(|flag| !apart(flag) && flag.only.is_none_or(|only| only == operator))
        .collect()
}

/// Texts that a flag takes.
fn texts(flag: &Flag) -> BoxedStrategy<Vec<String>> {
    let one = |pattern: &'static str| {
        proptest::string::string_regex(pattern)
            .expect("a pattern")
            .prop_map(|text| vec![text])
            .boxed()
    };
    let many = |pattern: &'static str| {
        let text = proptest::string::string_regex(pattern).expect("a pattern");
        prop::collection::vec(text, 1..4).boxed()
    };
    match flag.takes {
        _ if flag.name == "log-level" => one("debug|info|WARN"),
        _ if flag.name == "status-addr" => one("[a-z0-9]{1,8}:[1-9][0-9]{0,3}"),
        _ if flag.name == "s3-endpoint" => one("https?://[a-z0-9]{1,8}(:[1-9][0-9]{0,3})?"),
        _ if flag.name == "filter" => many("[a-z*]{1,5}\\.[a-z*?]{1,5}"),
        _ if flag.name == "br-option" => many("--[a-z]{1,5}(=[ -~é]{0,10}[!-~])?"),
        // A request above its limit is refused.
        _ if flag.name == "request" => many("(cpu|memory)=[1-9][0-9]{0,2}m"),
        _ if flag.name == "limit" => many("(cpu|memory)=[1-9][0-9]{0,2}Mi"),
        Takes::Text(_) => one("[!-~é]([ -~é]{0,10}[!-~])?"),
        Takes::Object(_) => one("[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?"),
        Takes::Names => many("[a-z0-9]{1,8}"),
        Takes::Word(words) => prop::sample::select(words)
            .prop_map(|word| vec![word.to_owned()])
            .boxed(),
        Takes::Number(limit) => (0..=limit)
            .prop_map(|number| vec![number.to_string()])
            .boxed(),
        Takes::Port => one("[1-9][0-9]{0,3}"),
        Takes::Bool => one("true|false"),
        Takes::Duration => one("[1-9][0-9]{0,3}(s|m|h|d|w)"),
        Takes::Time | Takes::TimeOption(_) => Just(vec!["now".to_owned()]).boxed(),
        Takes::Quantity => one("[1-9][0-9]{0,3}(Mi|Gi|G|)"),
        Takes::Texts(_) => many("[!-~é]([ -~é]{0,10}[!-~])?"),
        Takes::Pairs => many("[a-z]{1,5}\\.x/[a-zA-Z0-9]{1,5}=[ -~é]{0,10}"),
        Takes::Labels => many("[a-z]{1,5}=([a-zA-Z0-9]{1,5})?"),
        Takes::Options => many("pageSize=[0-9]{1,4}|disableBatchConcurrency=(true|false)"),
        Takes::Env => many("[A-Z_]{1,5}=[ -~é]{0,10}"),
        Takes::EnvFromSecret => many("[A-Z_]{1,5}=[a-z]{1,5}:[a-z]{1,5}"),
        Takes::Resources => many("(cpu|memory)=[1-9][0-9]{0,2}(m|Mi|)"),
        Takes::Tolerations => {
            many("[a-z]{1,5}(=[a-z]{1,5})?:(NoSchedule|NoExecute|PreferNoSchedule)")
        }
    }
}

fn operators() -> impl Strategy<Value = Operator> {
    prop::sample::select(&Operator::ALL[..])
}

fn chosen() -> impl Strategy<Value = (Operator, Vec<(&'static Flag, Vec<String>)>)> {
    operators().prop_flat_map(|operator| {
        let flags = prop::sample::subsequence(free(operator), 0..12);
        let with_texts = flags.prop_flat_map(|flags| {
            let texts: Vec<_> = flags.iter().map(|flag| texts(flag)).collect();
            (Just(flags), texts)
                .prop_map(|(flags, texts)| flags.into_iter().zip(texts).collect::<Vec<_>>())
        });
        (Just(operator), with_texts)
    })
}

fn manifest(
    operator: Operator,
    flags: &[(&'static Flag, Vec<String>)],
    base: Option<Value>,
) -> Value {
    let row =
        |name: &str| kubectl_tidb_br::manifest::flag::find(name).expect("a flag of the table");
    let mut given = Given::default();
    given.add(row("cluster"), vec!["c".to_owned()]);
    given.add(row("storage"), vec!["s3://b/p".to_owned()]);
    for (flag, texts) in flags {
        given.add(flag, texts.clone());
    }
    if flags.iter().any(|(flag, _)| flag.group == Group::From) {
        for needed in ["from-host", "from-secret"] {
            if given.one(needed).is_none() {
                given.add(row(needed), vec!["x".to_owned()]);
            }
        }
    }
    let times = BTreeMap::from([("now".to_owned(), Tso::new(436_569_119_308_644_661))]);
    let intent = Intent {
        kind: Kind::Backup,
        operator,
        method: Method::Br,
        name: Some("n"),
        namespace: None,
        base,
        given: &given,
        times: &times,
        set: &[],
        now: DateTime::from_timestamp(1_700_000_000, 0).expect("a time"),
    };
    intent
        .manifest()
        .unwrap_or_else(|error| panic!("{error}: {given:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_flags_make_a_manifest_that_the_schema_accepts((operator, flags) in chosen()) {
        let made = manifest(operator, &flags, None);
        prop_assert_eq!(document_problems(Kind::Backup, &made, Dialect::newest(operator)), vec![]);
        for (flag, _) in flags.iter().filter(|(flag, _)| !flag.field.is_empty()) {
            let path: kubectl_tidb_br::manifest::path::FieldPath = format!("spec.{}", flag.field).parse().expect("a path");
            let from_root: kubectl_tidb_br::manifest::path::FieldPath = flag.field.parse().expect("a path");
            let found = path.get(&made).or(from_root.get(&made));
            prop_assert!(found.is_some_and(|value| !value.is_null()), "--{} left no {}", flag.name, flag.field);
        }
    }

    /// Printed as YAML and read back it is the same, and as FILE with the same flags it stays the same.
    #[test]
    fn a_manifest_survives_printing_and_its_own_flags((operator, flags) in chosen()) {
        let made = manifest(operator, &flags, None);
        let printed = yaml::to_yaml(&made).expect("it can be printed");
        let read = yaml::parse_documents(&printed).expect("it can be read");
        prop_assert_eq!(&read, &vec![made.clone()]);
        prop_assert_eq!(manifest(operator, &flags, read.into_iter().next()), made);
    }
}
