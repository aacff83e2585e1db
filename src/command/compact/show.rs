//! `compact show`

use serde_json::Value;

use crate::api::Kind;
use crate::api::document::at;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::{DetailPage, describe, show as shown};
use crate::lookup::v1_only;
use crate::output::Screen;
use crate::{Exit, Result};

/// `compact show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let named = shown::find_named(context, args, Kind::CompactBackup).await?;
    shown::print(context, &named.objects, args, page)?;
    if v1_only::all_of_v2(&named.objects) {
        v1_only::warn(context, Kind::CompactBackup);
        return Ok(Exit::Unsupported);
    }
    Ok(named.exit())
}

/// The page of a CompactBackup.
pub fn page(object: &Value, screen: &Screen) -> String {
    let mut page = DetailPage::new(object, screen);
    page.field("Cluster", "/spec/br/cluster");
    page.storage("Storage", "/spec");
    page.moment("From", "/spec/startTs");
    page.moment("To", "/spec/endTs");
    page.field("Concurrency", "/spec/concurrency");
    page.field("Retries At Most", "/spec/maxRetryTimes");
    page.time("Created", "/metadata/creationTimestamp");
    page.time("Deleting Since", "/metadata/deletionTimestamp");
    page.field("Status", "/status/state");
    page.field("Progress", "/status/progress");
    page.moment("Read Until", "/status/endTs");
    page.field("Message", "/status/message");
    if at(object, "/status/state") == "Failed" {
        page.optional("Cause", describe::last_retry_reason(object));
    }
    describe::retries(&mut page);
    page.text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::hostile;

    /// The message of a failed compaction names no cause, and its first retry has no number.
    #[test]
    fn a_failed_compaction_names_its_cause() {
        let object = |state: &str| {
            serde_json::json!({
                "metadata": {"name": "c", "namespace": "ns"},
                "status": {
                    "state": state, "message": "Job has reached the specified backoff limit",
                    "backoffRetryStatus": [{"retryReason": "disk full"}, {"retryNum": 1, "retryReason": "no\n space"}],
                },
            })
        };
        let shown = page(&object("Failed"), &hostile::screen());
        for line in [
            "Message:           Job has reached the specified backoff limit\n",
            "Cause:             no space\n",
            "  <none>   <none>   <none>     <none>   disk full\n",
            "  1        <none>   <none>     <none>   no space\n",
        ] {
            assert!(shown.contains(line), "{line}\n{shown}");
        }
        assert!(!shown.contains("null"), "{shown}");
        assert!(!page(&object("RetryFailed"), &hostile::screen()).contains("Cause:"));
    }

    #[test]
    fn hostile_objects_are_harmless_pages() {
        hostile::check_pages(Kind::CompactBackup, page);
    }
}
