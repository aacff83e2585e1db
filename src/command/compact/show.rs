//! `compact show`

use serde_json::Value;

use crate::api::Kind;
use crate::api::document::at;
use crate::cli::ShowArgs;
use crate::context::Context;
use crate::inspect::{Page, describe, show as shown};
use crate::lookup::unserved;
use crate::output::Screen;
use crate::{Exit, Result};

/// `compact show`
pub async fn show(context: &Context, args: &ShowArgs) -> Result<Exit> {
    let named = shown::find_named(context, args, Kind::CompactBackup).await?;
    shown::print(context, &named.objects, args, page)?;
    if unserved::only_v2(&named.objects) {
        unserved::warn(context, Kind::CompactBackup);
        return Ok(Exit::Unsupported);
    }
    Ok(named.exit())
}

/// The page of a CompactBackup.
pub fn page(object: &Value, screen: &Screen) -> String {
    let mut page = Page::new(object, screen);
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

    #[test]
    fn hostile_objects_are_harmless_pages() {
        hostile::check_pages(Kind::CompactBackup, page);
    }
}
