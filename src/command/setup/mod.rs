//! `setup …`

mod apply;
mod pod_owner;
mod rbac;
mod secret;
mod tikv;

use crate::cli::{SetupCommand, SqlTool};
use crate::context::Context;
use crate::setup::grant::{self, Tool};
use crate::{Exit, Result};

/// Runs one verb.
pub async fn run(context: &Context, command: &SetupCommand) -> Result<Exit> {
    match command {
        SetupCommand::Rbac(args) => rbac::run(context, args).await,
        SetupCommand::Secret(command) => secret::run(context, command).await,
        SetupCommand::Tikv(args) => tikv::run(context, args).await,
        SetupCommand::Sql(args) => {
            let tool = match args.tool {
                SqlTool::Dumpling => Tool::Dumpling,
                SqlTool::Br => Tool::Br,
                SqlTool::Lightning => Tool::Lightning,
            };
            let text = grant::statements(tool, &args.db_user, &args.db_host)?;
            context.ui.print(&text);
            Ok(Exit::Done)
        }
    }
}
