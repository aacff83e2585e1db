//! The API server takes what is written, under strict validation, with the project's definitions and the operators' own.

use sandbox::control_plane::{CrdSource, World};
use sandbox::operator::Dialect;

use crate::support::{Place, skipped};

const COMMON: &str = "--filter a.* --type full --online --backoff-limit 2 --concurrency 4 --rate-limit 10 --log-level info \
    --checksum --check-requirements=false --send-cred-to-tikv --br-option=--x --service-account s --env A=1 \
    --env-from-secret B=s:k --request cpu=1 --limit memory=1Gi --toleration a:NoSchedule --image-pull-secret i \
    --priority-class p --run-as-user 1 --fs-group 2 --use-kms --label a=b --annotation c=d --iam-role arn";

const BOTH: &[&str] = &[
    "--cluster fresh --storage s3://b/p?region=r --storage-secret s",
    "--cluster fresh --storage gcs://b/p?project-id=x --storage-secret s",
    "--cluster fresh --storage azblob://b/p?account-name=a --storage-secret s",
    "--cluster fresh --storage local:///m/p --local-pvc c",
    "--cluster fresh --storage s3://b/l --storage-secret s --full-storage s3://b/f --to now",
    "--cluster fresh --storage gcs://b/l?project-id=x --full-storage gcs://b/f?project-id=x --to now",
    "--cluster fresh --storage azblob://b/l --storage-secret s --full-storage azblob://b/f --to now",
    "--cluster fresh --storage local:///m/l --local-nfs h:/x --full-storage local:///m/f --to now",
    "--cluster fresh --storage s3://b/l --log-start-ts 436569119308644661 --to now",
];

const V1: &[&str] = &[
    "--cluster fresh --storage s3://b/p --prune afterFailed --gc-life-time 3d --to-host h --to-secret s",
    "--archive s3://b/x.tgz --to-host h --to-port 4000 --to-user u --to-secret s --to-tls-secret t --storage-size 1Gi --storage-class-name c",
    "--archive gcs://b/x.tgz --gcs-project-id x --to-host h --to-secret s --storage-size 1Gi",
    "--method volume-snapshot --cluster fresh --storage s3://b/p",
];

#[test]
fn every_manifest_passes_strict_validation() {
    for source in [CrdSource::Own, CrdSource::Operators] {
        if !source.is_available() {
            skipped("the operators' definitions are not here");
            continue;
        }
        for (world, dialect) in [(World::V2, Dialect::V2), (World::V1, Dialect::V1)] {
            let place = Place::within(world, source, dialect);
            let plugin = place.plugin();
            let mut lines: Vec<String> = BOTH.iter().map(|line| (*line).to_owned()).collect();
            lines.push(format!("{} {COMMON}", BOTH[0]));
            if dialect == Dialect::V1 {
                lines.extend(V1.iter().map(|line| (*line).to_owned()));
            }
            for line in lines {
                let line = format!("restore create r {line} --preflight=off --dry-run=server");
                let said = plugin.line(&line).exits(0);
                assert!(!said.stderr.contains("unknown field"), "{said}");
            }
            assert_eq!(place.written(), []);
        }
    }
}
