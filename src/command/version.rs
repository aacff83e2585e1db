//! `version`

use std::fmt::Write;

use futures::future::join3;
use serde::Serialize;

use crate::api::{Kind, Operator};
use crate::cli::VersionArgs;
use crate::context::Context;
use crate::output::{Screen, View, check_format, render};
use crate::{Exit, Result};

/// `Version`
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Version {
    client_version: String,
    server_version: Option<String>,
    operators: Vec<OperatorApi>,
}

/// What the server serves of one generation.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OperatorApi {
    operator: String,
    api_version: String,
    /// The kinds that are served; `null` where the group is not served.
    kinds: Option<Vec<String>>,
    /// The kinds with a schema and no controller: objects are accepted, and nothing happens.
    without_controller: Vec<String>,
}

/// `version`
pub async fn run(context: &Context, args: &VersionArgs) -> Result<Exit> {
    let format = args.output.format()?;
    check_format::<Version>(&format)?;
    let mut version = Version {
        client_version: format!("v{}", env!("CARGO_PKG_VERSION")),
        server_version: None,
        operators: Vec::new(),
    };
    let mut failure = None;
    if !args.client {
        match ask(context).await {
            Ok((server, operators)) => {
                version.server_version = Some(server);
                version.operators = operators;
            }
            Err(error) => failure = Some(error),
        }
    }
    let screen = context.screen(&format, &args.output);
    let text = render(&version, &format, &screen)?;
    context.ui.print_as(&format, &text);
    failure.map_or(Ok(Exit::Done), Err)
}

async fn ask(context: &Context) -> Result<(String, Vec<OperatorApi>)> {
    let cluster = context.cluster().await?;
    let (server, v2, v1) = join3(
        cluster.server_version(),
        cluster.served(Operator::V2),
        cluster.served(Operator::V1),
    )
    .await;
    let operators = vec![api(Operator::V2, v2?), api(Operator::V1, v1?)];
    Ok((server?, operators))
}

fn api(operator: Operator, mut kinds: Option<Vec<String>>) -> OperatorApi {
    // The API server sends them in no order.
    kinds.iter_mut().for_each(|kinds| kinds.sort_unstable());
    let served = |kind: &Kind| {
        kinds
            .as_ref()
            .is_some_and(|kinds| kinds.iter().any(|known| known == kind.name()))
    };
    OperatorApi {
        operator: operator.to_string(),
        api_version: operator.api_version().to_owned(),
        without_controller: Kind::ALL
            .iter()
            .filter(|kind| !operator.runs(**kind) && served(kind))
            .map(|kind| kind.name().to_owned())
            .collect(),
        kinds,
    }
}

impl View for Version {
    const KIND: &'static str = "Version";

    fn text(&self, _: &Screen) -> String {
        let mut text = format!("Client Version: {}\n", self.client_version);
        if let Some(server) = &self.server_version {
            let _ = writeln!(text, "Server Version: {server}");
        }
        for operator in &self.operators {
            let kinds = match &operator.kinds {
                Some(kinds) => kinds.join(", "),
                None => "not served".to_owned(),
            };
            let _ = writeln!(
                text,
                "Operator {} ({}): {kinds}",
                operator.operator, operator.api_version
            );
            if !operator.without_controller.is_empty() {
                let _ = writeln!(
                    text,
                    "  {}: a schema without a controller; objects are accepted and nothing happens",
                    operator.without_controller.join(", ")
                );
            }
        }
        text
    }
}
