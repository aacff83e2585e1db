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
    assert!(place.written().is_empty());
}

#[test]
fn an_operator_that_is_not_served() {
    let place = Place::new(Dialect::V1);
    let line = "backup create s1 --cluster basic --storage s3://b/p --operator v2";
    place.plugin().line(line).exits(8).one_error();
    place
        .plugin()
        .line("log pause l1 --operator v2")
        .exits(8)
        .one_error();
    place
        .plugin()
        .line("backup list --operator v2")
        .exits(8)
        .one_error();
    place
        .plugin()
        .line("log status --operator v2")
        .exits(8)
        .one_error();
    assert!(place.written().iter().all(|write| write.code == 404));
}
