//! Lists of all namespaces, for users who may list only one.

use crate::{ErrorKind, Result};

/// Lists all namespaces, or only `namespace` where listing all of them is forbidden. Any other failure is returned: an unreachable
/// server must not look like a small cluster.
///
/// # Errors
/// The failure of the list that counts.
pub async fn or_only<T>(
    namespace: &str,
    list: impl AsyncFn(Option<&str>) -> Result<T>,
) -> Result<T> {
    match list(None).await {
        Err(error) if error.kind == ErrorKind::Forbidden => list(Some(namespace)).await,
        outcome => outcome,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::cell::RefCell;

    use super::*;
    use crate::Error;

    #[tokio::test]
    async fn only_a_forbidden_list_is_narrowed() {
        for (kind, asked) in [
            (None, "*"),
            (Some(ErrorKind::Forbidden), "* ns"),
            (Some(ErrorKind::Unreachable), "*"),
            (Some(ErrorKind::Unauthorized), "*"),
            (Some(ErrorKind::Failed), "*"),
        ] {
            let seen = RefCell::new(Vec::new());
            let outcome = or_only("ns", async |namespace| {
                seen.borrow_mut().push(namespace.unwrap_or("*").to_owned());
                match (namespace, kind) {
                    (None, Some(kind)) => Err(Error::new(kind, "no")),
                    _ => Ok(()),
                }
            })
            .await;
            assert_eq!(seen.take().join(" "), asked, "{kind:?}");
            assert_eq!(
                outcome.err().map(|error| error.kind),
                kind.filter(|_| asked == "*")
            );
        }
    }
}
