//! `-w`: first what is there, then every change.

use sandbox::operator::Dialect;
use serde_json::json;

use super::objects::furnish;
use crate::support::Place;

#[test]
fn rows_first_and_changes_after_them() {
    for line in ["backup list -w", "log status -w", "log status l1 -w"] {
        let place = Place::new(Dialect::V2);
        furnish(&place, Dialect::V2);
        let arguments: Vec<&str> = line.split(' ').collect();
        let mut watching = place.plugin().start(&arguments);
        watching.until_said("NAME");
        watching.until_said("Running");
        // No gap between the list and the watch: the change may come at once.
        let wanted = json!({"spec": {"logSubcommand": "log-pause"}});
        place.api().patch("l1", &wanted);
        place.api().patch_status("l1", &json!({"phase": "Paused"}));
        watching.until_said("Paused");
        watching.interrupt();
        let output = watching.finish().exits(130);
        assert_eq!(output.stdout.matches("NAME").count(), 1, "{output}");
        let rows: Vec<&str> = output
            .stdout
            .lines()
            .filter(|row| row.starts_with("l1"))
            .collect();
        assert!((2..=3).contains(&rows.len()), "{output}");
    }
}

#[test]
fn machine_formats_too() {
    let place = Place::new(Dialect::V2);
    furnish(&place, Dialect::V2);
    let mut watching = place
        .plugin()
        .start(&["backup", "list", "-w", "-o", "name"]);
    watching.until_said(&place.named("s1"));
    place.api().create(
        "s2",
        &json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}}),
        &json!(null),
    );
    watching.until_said(&place.named("s2"));
    watching.interrupt();
    watching.finish().exits(130);
}
