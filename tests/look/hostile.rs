//! Objects whose values would drive a terminal.

use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::Place;

/// Escape sequences in an object are made visible in every format for people, and in every format on a terminal.
#[test]
fn escapes_are_made_visible() {
    let place = Place::new(Dialect::V2);
    let hostile = "\u{1b}]52;c;cm0gLXJm\u{7}\u{9b}2J\u{202e}\r\ttext";
    let spec = json!({"br": {"cluster": hostile}, "s3": {"provider": "aws", "bucket": hostile, "prefix": hostile}});
    let status = json!({
        "phase": hostile, "backupPath": hostile, "backupSizeReadable": hostile, "timeTaken": hostile,
        "conditions": [{"type": hostile, "status": "True", "reason": "Why", "message": hostile, "lastTransitionTime": "2026-01-01T00:00:00Z"}],
    });
    place.api().create("s1", &spec, &status);
    for line in [
        "backup show s1",
        "backup list -o wide",
        "backup list -o custom-columns=P:.status.phase",
    ] {
        let output = place.plugin().line(line).exits(0);
        let shown = output.stdout.replace('\n', "");
        assert!(!shown.contains(char::is_control), "{output}");
        assert!(!shown.contains('\u{202e}'), "{output}");
        assert!(shown.contains("^[]52;c;cm0gLXJm"), "{output}");
    }
    // A program reads what is there; on a terminal people do.
    let path = "jsonpath={.status.phase}";
    let raw = place.plugin().run(&["backup", "show", "s1", "-o", path]);
    assert_eq!(raw.exits(0).stdout, hostile);
    let json = place
        .plugin()
        .line("backup show s1 -o json")
        .exits(0)
        .json();
    assert_eq!(json["status"]["phase"], Value::from(hostile));
    let terminal = place
        .plugin()
        .on_terminal(&["backup", "show", "s1", "-o", path])
        .finish()
        .exits(0);
    assert!(!terminal.stdout.contains("\u{1b}]52"), "{terminal}");
}
