//! Everything that the plugin writes is accepted under strict validation, by the definitions of this project and, where they
//! are here, by those of the operators.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;
use serde_json::json;

use crate::log::situations::{Moments, status, sub, sub_because};
use crate::support::{Place, skipped};

const COMMON: &[&str] = &[
    "backup create NAME --cluster basic --storage s3://b/p?region=r&endpoint=https://e&storage-class=STANDARD&acl=private&sse=aws:kms --storage-secret s --s3-option --x",
    "backup create NAME --cluster basic --storage gcs://b/p?project-id=p&location=l&storage-class=S&object-acl=o&bucket-acl=b --storage-secret s",
    "backup create NAME --cluster basic --storage azblob://c/p?access-tier=Hot&account-name=a --storage-secret s",
    "backup create NAME --cluster basic --storage local:///mnt/p --local-pvc claim",
    "backup create NAME --cluster basic --storage local:///mnt/p --local-nfs host:/export --local-read-only",
    "backup create NAME --cluster basic --storage s3://b/p --type table --db d --table t --log-level debug --status-addr :1 --concurrency 4 --rate-limit 100 --time-ago 1m --checksum=false --send-cred-to-tikv=false --br-option --x=y",
    "backup create NAME --cluster basic --storage s3://b/p --filter a.* --filter !b.* --commit-ts 436569119308644661 --last-backup-ts 2022-10-10T05:00:00Z",
    "backup create NAME --cluster basic --storage s3://b/p --clean-policy Delete --clean-option pageSize=1000 --service-account sa --tool-image img --image-pull-secret ips --priority-class pc --env A=b --env-from-secret C=s:k --use-kms",
    "backup create NAME --cluster basic --storage s3://b/p --run-as-user 1 --run-as-group 2 --fs-group 3 --request cpu=1,memory=2Gi --limit cpu=2 --toleration k=v:NoSchedule",
    "backup create NAME --cluster basic --storage s3://b/p --iam-role arn --label a=b --annotation c=d",
    "log start NAME --cluster other --storage s3://b/l --commit-ts 436569119308644661",
    "log start NAME --cluster other --storage azblob://c/l --storage-secret s --service-account sa --request cpu=1",
];

const ONLY_V1: &[&str] = &[
    "backup create NAME --method dumpling --from-host h --from-port 4000 --from-user u --from-secret s --from-tls-secret t --storage s3://b/p --storage-size 10Gi --storage-class-name sc --dumpling-option --x --filter a.* --gc-life-time 72h",
    "backup create NAME --cluster basic --storage s3://b/p --cluster-namespace elsewhere",
];

const WITH_RETRY: &str = "backup create NAME --cluster basic --storage s3://b/p --retry-max 2 --retry-min-interval 2s --retry-timeout 5m";

#[test]
fn by_every_definition() {
    let rows = [
        (World::V2, Dialect::V2),
        (World::V1, Dialect::V1),
        (World::V1LogStop, Dialect::V1LogStop),
    ];
    std::thread::scope(|scope| {
        for source in [CrdSource::Own, CrdSource::Operators] {
            if !source.is_available() {
                skipped("the operators' own definitions are not here");
                continue;
            }
            for (world, dialect) in rows {
                scope.spawn(move || accepts(&Place::within(world, source, dialect)));
            }
        }
    });
}

fn accepts(place: &Place) {
    let operator = place.dialect.operator();
    let mut lines: Vec<&str> = COMMON.to_vec();
    if place.dialect != Dialect::V2 {
        lines.extend(ONLY_V1);
    }
    if place.dialect != Dialect::V1LogStop {
        lines.push(WITH_RETRY);
    }
    // 1.5.4 reads the account from the Secret only, and strict validation says so.
    let unknown = match place.dialect {
        Dialect::V1LogStop => "&account-name=a",
        _ => "nothing is left out",
    };
    for (position, line) in lines.iter().enumerate() {
        let name = format!("b{position}");
        let line = line
            .replace("NAME", &name)
            .replace(unknown, "")
            .replace("cluster other", &format!("cluster other{position}"));
        let output = place
            .plugin()
            .line(&format!("{line} --preflight=off --wait=false"))
            .exits(0);
        assert!(!output.stderr.contains("unknown field"), "{output}");
        let built = place.plugin().line(&format!(
            "{line} --operator {operator} --dry-run=client -o json"
        ));
        let mut built = built.exits(0).json()["spec"].clone();
        if place.dialect == Dialect::V1LogStop {
            built.as_object_mut().unwrap().remove("logSubcommand");
        }
        holds(&built, &place.api().get(&name)["spec"], &line);
    }
    transitions(place);
}

/// Everything that was built was stored: nothing was pruned in silence.
fn holds(built: &serde_json::Value, stored: &serde_json::Value, line: &str) {
    match built.as_object() {
        Some(built) => {
            for (key, value) in built {
                holds(value, &stored[key], &format!("{line}: {key}"));
            }
        }
        None => assert_eq!(built, stored, "{line}"),
    }
}

/// The patches of the verbs, also that of a sticky failure.
fn transitions(place: &Place) {
    let running = status("Running", Moments::now(), &[sub("log-start", "Complete")]);
    if place.dialect == Dialect::V1LogStop {
        place.api().create_log("l1", &json!({}), &running);
        place
            .plugin()
            .line("log truncate l1 --keep 1h -y --wait=false")
            .exits(0);
        place.plugin().line("log stop l1 -y --wait=false").exits(0);
        assert_eq!(place.api().get("l1")["spec"]["logStop"], true);
        return;
    }
    place
        .api()
        .create_log("l1", &json!({"logStop": false}), &running);
    for line in [
        "pause l1",
        "resume l1",
        "truncate l1 --keep 1h -y",
        "stop l1 -y",
    ] {
        place
            .plugin()
            .line(&format!("log {line} --wait=false"))
            .exits(0);
    }
    let failed = sub_because("log-pause", "Failed", "PauseLogBackupFailed", "x");
    let sticky = status(
        "Running",
        Moments::now(),
        &[sub("log-start", "Complete"), failed],
    );
    place
        .api()
        .create_log("l2", &json!({"logSubcommand": "log-pause"}), &sticky);
    place
        .plugin()
        .line("log pause l2 --retry-failed --wait=false")
        .exits(0);
    let left = &place.api().get("l2")["status"]["logSubCommandStatuses"];
    assert!(
        left.get("log-pause").is_none() && left.get("log-start").is_some(),
        "{left}"
    );
}
