//! `tso`

use serde::Serialize;

use crate::cli::TsoArgs;
use crate::context::Context;
use crate::lookup::moment;
use crate::output::{Cell, Column, Screen, Table, View, check_format, render};
use crate::time::{TimeArg, Tso, Zone};
use crate::{Error, Exit, Result};

/// `TsoList`
#[derive(Serialize)]
struct TsoList {
    items: Vec<Moment>,
}

#[derive(Serialize)]
struct Moment {
    tso: String,
    time: Option<String>,
    logical: u64,
    #[serde(skip)]
    value: Tso,
}

/// `tso`
pub async fn run(context: &Context, args: &TsoArgs) -> Result<Exit> {
    let format = args.output.format()?;
    check_format::<TsoList>(&format)?;
    let now = ["now".to_owned()];
    let values = match args.values.as_slice() {
        [] => &now[..],
        values => values,
    };
    let mut items = Vec::new();
    for text in values {
        items.push(moment(context, text, values.len() > 1).await?);
    }
    let screen = context.screen(&format, &args.output);
    let text = render(&TsoList { items }, &format, &screen)?;
    context.ui.print_as(&format, &text);
    Ok(Exit::Done)
}

/// The moment that a text means. An error names the text where there are several.
async fn moment(context: &Context, text: &str, several: bool) -> Result<Moment> {
    let named = |error: Error| match several {
        true => error.in_context(format_args!("{text:?}")),
        false => error,
    };
    let arg: TimeArg = text.parse().map_err(named)?;
    let value = moment::find(context, &arg).await.map_err(named)?;
    Ok(Moment {
        tso: value.to_string(),
        time: value.time().map(crate::time::machine_time),
        logical: value.logical(),
        value,
    })
}

impl View for TsoList {
    const KIND: &'static str = "TsoList";

    fn text(&self, screen: &Screen) -> String {
        let mut table = Table::new(["TSO", "TIME", "UTC", "LOGICAL"].map(Column::new));
        for item in &self.items {
            let shown = |zone: Zone| {
                item.value
                    .time()
                    .map_or_else(Cell::unknown, |time| Cell::new(zone.show(time)))
            };
            table.push([
                Cell::new(&item.tso),
                shown(screen.zone),
                item.time.as_ref().map_or_else(Cell::unknown, Cell::new),
                Cell::new(item.logical.to_string()),
            ]);
        }
        table.page(screen)
    }
}
