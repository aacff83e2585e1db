//! Shows what a plan would do: the difference to the live objects, and the manifest that questions made.

use serde_json::Value;

use super::address::Address;
use super::foresight::{preview, writes_for};
use super::plan::{Decision, Write};
use super::send::Sender;
use crate::Result;
use crate::cli::{DryRun, WriteFlags};
use crate::context::Context;
use crate::manifest::file::without_server_fields;
use crate::output::{diff, objects, yaml};

/// `--diff`: prints the difference between each object as it is and as it would be. Where others own fields of an object, only the
/// API server knows the result, and is asked for it.
pub(super) async fn print_difference<G>(
    context: &Context,
    decision: &Decision<G>,
    flags: &WriteFlags,
) -> Result<()> {
    let cluster = context.cluster().await?;
    for address in decision.subjects()? {
        let address = address.in_namespace(cluster.namespace());
        let writes: Vec<Write> = writes_for(decision, &address).cloned().collect();
        let live = decision.live_object(&address).cloned();
        let [before, after] = match writes.as_slice() {
            [Write::Create { manifest, .. }] => {
                let Address {
                    resource,
                    namespace,
                    name,
                } = &address;
                let live = cluster.get(*resource, namespace, name).await?.object();
                let live = live.map(without_server_fields);
                [live.unwrap_or_default(), manifest.clone()]
            }
            [Write::Apply { .. }] => {
                let mut sender = Sender::new(cluster, true);
                sender.send(decision, &writes).await?;
                let after = sender.complete(&[]).pop().map(|outcome| outcome.object);
                [live, after].map(|object| object.map(without_server_fields).unwrap_or_default())
            }
            writes => planned(writes, live.unwrap_or_default()),
        };
        context
            .ui
            .print(&difference(&address, [&before, &after], flags)?);
    }
    Ok(())
}

/// Shows the difference that patches make on stderr, before the question.
pub(super) fn note_difference<G>(
    context: &Context,
    decision: &Decision<G>,
    flags: &WriteFlags,
) -> Result<()> {
    for address in decision.subjects()? {
        let writes: Vec<Write> = writes_for(decision, &address).cloned().collect();
        let live = decision.live_object(&address).cloned();
        let [before, after] = planned(&writes, live.unwrap_or_default());
        let text = difference(&address, [&before, &after], flags)?;
        if !text.is_empty() {
            context.ui.note(text.trim_end());
        }
    }
    Ok(())
}

/// An object as it is, and after writes whose result is known without the API server.
fn planned(writes: &[Write], live: Value) -> [Value; 2] {
    let after = match writes {
        [.., Write::Delete { .. }] => Value::Null,
        writes => preview(writes, &live),
    };
    [live, after]
}

fn difference(address: &Address, documents: [&Value; 2], flags: &WriteFlags) -> Result<String> {
    let (live, planned) = (format!("live/{address}"), format!("planned/{address}"));
    diff::unified([&live, &planned], documents, flags.output.disclosure())
}

/// Where questions made the command line, shows the manifest on stderr and asks whether it is to be created.
///
/// # Errors
/// Refused when the answer is no, Interrupted on Ctrl-C.
pub(super) fn review<G>(
    context: &Context,
    decision: &Decision<G>,
    flags: &WriteFlags,
) -> Result<()> {
    let ([Write::Create { manifest, .. }], true) =
        (decision.plan.writes.as_slice(), context.review)
    else {
        return Ok(());
    };
    if flags.mode() == DryRun::Client && !flags.output.format()?.is_for_people() {
        return Ok(());
    }
    let shown = objects::disclose(manifest, flags.output.disclosure());
    context.ui.note(&format!("\n{}", yaml::to_yaml(&shown)?));
    if flags.yes || flags.mode() != DryRun::None {
        return Ok(());
    }
    let object = Address::of(manifest)?;
    let question = match object.namespace.as_str() {
        "" => format!("Create {object}?"),
        namespace => format!("Create {object} in namespace {namespace}?"),
    };
    context.ui.agree(&question)
}
