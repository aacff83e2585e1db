//! Which operator a backup is for.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;

use crate::support::Place;

#[test]
fn where_both_are_served_the_cluster_decides() {
    let place = Place::within(World::Both, CrdSource::Own, Dialect::V2);
    place.add_cluster(Dialect::V1, "old");
    place.add_cluster(Dialect::V1, "both");
    place.add_cluster(Dialect::V2, "both");
    let create = |cluster: &str, rest: &str| {
        let line = format!(
            "backup create s1 --cluster {cluster} --storage s3://b/p --dry-run=server {rest}"
        );
        place.plugin().line(&line)
    };
    let rows = [
        (
            "basic",
            "",
            0,
            "backup.br.pingcap.com/s1 created (server dry run)",
        ),
        (
            "old",
            "",
            0,
            "backup.pingcap.com/s1 created (server dry run)",
        ),
        ("both", "", 2, ""),
        ("neither", "", 2, ""),
        (
            "both",
            "--operator v1",
            0,
            "backup.pingcap.com/s1 created (server dry run)",
        ),
        (
            "both",
            "--operator v2",
            0,
            "backup.br.pingcap.com/s1 created (server dry run)",
        ),
        (
            "basic",
            "--s3-force-path-style",
            0,
            "backup.pingcap.com/s1 created (server dry run)",
        ),
        ("basic", "--s3-force-path-style --operator v2", 8, ""),
        (
            "basic",
            "--cluster-namespace elsewhere --operator v2",
            8,
            "",
        ),
    ];
    for (cluster, rest, code, printed) in rows {
        create(cluster, rest).exits(code).prints(printed);
    }
    let start = place
        .plugin()
        .line("log start l1 --cluster old --storage s3://b/p --dry-run=server");
    start
        .exits(0)
        .prints("backup.pingcap.com/l1 created (server dry run)");
    // v2 has no controller for these: where the cluster is v2's, an object of v1 would not do either.
    let schedule = "schedule create s1 --storage s3://b/p --schedule @daily --max-reserved-time 7d";
    let compact = "compact create c1 --storage s3://b/p --start-ts 7d --end-ts 1d";
    for line in [schedule, compact] {
        let rows = [
            ("basic", "", 8),
            ("basic", "--operator v1", 0),
            ("old", "", 0),
            ("both", "", 0),
        ];
        for (cluster, rest, code) in rows {
            let line =
                format!("{line} --cluster {cluster} {rest} --preflight=off --dry-run=server");
            place.plugin().line(&line).exits(code);
        }
    }
    assert!(place.written().is_empty());
}

#[test]
fn an_operator_that_is_not_served() {
    let rows = [(Dialect::V1, "v2", "v1"), (Dialect::V2, "v1", "v2")];
    for (dialect, asked, there) in rows {
        let place = Place::new(dialect);
        for line in [
            "backup create s1 --cluster basic --storage s3://b/p",
            "backup create s1 --cluster basic --storage s3://b/p --dry-run=server",
            "restore create r1 --cluster basic --storage s3://b/p",
            "log start l1 --cluster basic --storage s3://b/p",
            "log start l1",
            "log pause l1",
            "backup list",
            "backup list -o json",
            "backup show s1",
            "log status",
        ] {
            let line = format!("{line} --operator {asked}");
            let refused = place.plugin().line(&line).exits(8).one_error();
            let hint = format!("--operator {there}");
            assert!(
                refused.hints().iter().any(|line| line.contains(&hint)),
                "{refused}"
            );
        }
        let sent = place.asked();
        let posts = sent.iter().filter(|event| event.verb == "create").count();
        assert_eq!(posts, 0, "not even tried: {sent:?}");
        let offline = "backup create s1 --cluster basic --storage s3://b/p --dry-run=client";
        place
            .plugin()
            .line(&format!("{offline} --operator {asked}"))
            .exits(0);
    }
}

/// The group of a manifest says which operator as well as the flag does.
#[test]
fn a_manifest_for_an_operator_that_is_not_served() {
    let place = Place::new(Dialect::V1);
    let build = "backup create s1 --cluster basic --storage s3://b/p --operator v2 --dry-run=client -o yaml";
    let manifest = place.plugin().line(build).exits(0).stdout;
    let create = place
        .plugin()
        .input(&manifest)
        .line("backup create -f -")
        .exits(8)
        .one_error();
    assert!(create.hints()[0].contains("--operator v1"), "{create}");
    assert!(place.written().is_empty());
}
