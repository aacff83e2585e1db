//! Lists that are empty because nothing matches, and lists that are empty because a name is mistyped.

use sandbox::control_plane::{CrdSource, Identity, World};
use sandbox::operator::Dialect;

use super::objects::furnish;
use crate::support::Place;

/// A command line, its exit code, and its message.
#[rustfmt::skip]
#[test]
fn a_name_that_nobody_knows_is_an_error() {
    for dialect in [Dialect::V2, Dialect::V1] {
        let place = Place::new(dialect);
        furnish(&place, dialect);
        let nothing = format!("No resources found in {} namespace.", place.namespace);
        let no_cluster = format!("error: there is no TiDB cluster \"nosuch\" in namespace \"{}\", and no backup names it", place.namespace);
        let rows = [
            // The TiDB cluster is there.
            ("restore list --cluster basic", 0, nothing.as_str()),
            ("backup list --cluster basic -l team=z", 0, &nothing),
            ("backup list --cluster basic -l team=z -o json", 0, &nothing),
            // Only a backup names it.
            ("restore list --cluster other", 0, &nothing),
            ("log status --cluster other", 0, &nothing),
            ("backup list --cluster other -l team=z", 0, &nothing),
            // Nobody knows it.
            ("backup list --cluster nosuch", 1, &no_cluster),
            ("backup list --cluster nosuch -o json", 1, &no_cluster),
            ("backup list --cluster nosuch -o name", 1, &no_cluster),
            ("backup list --cluster nosuch -o custom-columns=N:.metadata.name", 1, &no_cluster),
            ("backup list --cluster nosuch --sort-by .metadata.name", 1, &no_cluster),
            ("backup list --cluster nosuch -w", 1, &no_cluster),
            ("restore list --cluster nosuch", 1, &no_cluster),
            ("log status --cluster nosuch", 1, &no_cluster),
            ("log status --cluster nosuch --check", 6, &no_cluster),
            ("backup list -A --cluster nosuch", 1, "error: there is no TiDB cluster \"nosuch\" in any namespace"),
            ("backup list --from-schedule nosuch", 1, "nosuch not found"),
            ("backup list --from-schedule nosuch -o yaml", 1, "nosuch not found"),
            ("backup list -A --from-schedule nosuch", 1, "nosuch not found in any namespace"),
        ];
        for (line, code, said) in rows {
            let output = place.plugin().line(line).exits(code).says(said);
            if code != 0 {
                assert_eq!(output.clone().one_error().stdout, "", "{output}");
            }
        }
        // The hint runs in this situation.
        let hint = place.plugin().line("backup list --cluster nosuch").hints()[0].to_owned();
        let command = hint.strip_prefix("kubectl ").unwrap();
        let command: Vec<&str> = command.split(' ').collect();
        place.plugin().kubectl(&command).exits(0);
    }
}

#[test]
fn a_schedule_without_backups_has_an_empty_list() {
    let place = Place::new(Dialect::V1);
    let line = "schedule create young --cluster basic --storage s3://b/p --schedule @daily --max-reserved-time 7d";
    place.plugin().line(line).exits(0);
    for line in [
        "backup list --from-schedule young",
        "backup list -A --from-schedule young",
        "schedule list --cluster basic -l no=body",
    ] {
        place
            .plugin()
            .line(line)
            .exits(0)
            .says("No resources found")
            .prints("");
    }
    let none = place.plugin().line("schedule list --cluster nosuch");
    none.exits(1).one_error().says("there is no TiDB cluster");
}

/// A user who may not list clusters is not told that there is no such cluster.
#[test]
fn without_the_right_to_look_nothing_is_claimed() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    let output = place
        .plugin_as(Identity::Nobody)
        .line("backup list --cluster nosuch");
    let output = output.exits(1).one_error();
    assert!(
        !output.stderr.contains("there is no TiDB cluster"),
        "{output}"
    );
}
