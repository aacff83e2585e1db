//! What becomes of a CompactBackup (v1 section 9, row 7h): its state, one move at a time.

use kubectl_tidb_br::time::Tso;
use serde_json::{Value, json};

use super::super::document::{list, text};
use super::super::mode::Mode;

/// The next status, and the row that it follows; `None` when it stays as it is.
pub fn next(object: &Value, mode: &Mode) -> Option<(&'static str, Value)> {
    let failed = |message: &str| Some(("v1 7h", json!({"state": "Failed", "message": message})));
    match text(object, "/status/state") {
        "" | "RetryFailed" => {
            if text(object, "/spec/startTs").is_empty() {
                return failed("start-ts must be set");
            }
            if text(object, "/spec/endTs").is_empty() {
                return failed("end-ts must be set when mode is not sharded");
            }
            if text(object, "/spec/br/clusterNamespace").is_empty() {
                return retry(object);
            }
            Some(("v1 9", json!({"state": "Scheduled"})))
        }
        "Scheduled" => match mode {
            Mode::Early => failed("Job has reached the specified backoff limit"),
            Mode::Hold => None,
            _ => Some(("v1 9", json!({"state": "Prepare"}))),
        },
        "Prepare" if *mode == Mode::Hang => None,
        "Prepare" => Some((
            "v1 9",
            json!({
                "state": "Running", "progress": "[READ_META(0/17),COMPACT_WORK(0/1291)]",
            }),
        )),
        "Running" => {
            let moment = |key: &str| Tso::parse(text(object, &format!("/spec/{key}")));
            match mode {
                Mode::Hang => None,
                Mode::BrFail(why) => failed(why),
                _ if moment("startTs") > moment("endTs") => {
                    failed("until-ts must be greater than from-ts")
                }
                _ => Some((
                    "v1 9",
                    json!({
                        "state": "Complete", "progress": "[READ_META(17/17),COMPACT_WORK(1291/1291)]",
                        "endTs": moment("endTs").map(|end| end.to_string()),
                    }),
                )),
            }
        }
        _ => None,
    }
}

/// Without the namespace of its cluster it is tried again and again, until the tries are used up (v1 9, 7h).
fn retry(object: &Value) -> Option<(&'static str, Value)> {
    let mut tries = list(object, "/status/backoffRetryStatus").to_vec();
    let most = object
        .pointer("/spec/maxRetryTimes")
        .and_then(Value::as_u64);
    let state = match tries.len() as u64 >= most.unwrap_or(6) {
        true => "Failed",
        false => "RetryFailed",
    };
    tries.push(json!({"retryNum": tries.len(), "retryReason": "failed to fetch tidbcluster"}));
    Some((
        "v1 7h",
        json!({"state": state, "backoffRetryStatus": tries}),
    ))
}
