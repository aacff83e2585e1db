//! The columns of a list, declared as data, and the table that they make. The columns that every list has are declared here.

use super::row::{ListEntry, ListRow, age};
use crate::cli::ListFlags;
use crate::output::{Cell, Column, Screen, Table};

/// When a column is shown, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Always.
    Always,
    /// With `-o wide`, behind AGE.
    Wide,
}

/// A column that one list has: its header, its place, and the cell of a row.
pub struct ListColumn<R: 'static> {
    header: &'static str,
    place: Place,
    cell: fn(&R, &Screen) -> Cell,
}

/// A column that is always shown, between NAME and AGE.
pub const fn always<R>(header: &'static str, cell: fn(&R, &Screen) -> Cell) -> ListColumn<R> {
    ListColumn {
        header,
        place: Place::Always,
        cell,
    }
}

/// A column of `-o wide`, behind AGE.
pub const fn wide<R>(header: &'static str, cell: fn(&R, &Screen) -> Cell) -> ListColumn<R> {
    ListColumn {
        header,
        place: Place::Wide,
        cell,
    }
}

/// A column as it is shown: one that every list has, or one of this list.
enum Shown<R: 'static> {
    Common(&'static str, fn(&ListEntry<R>, &Screen) -> Cell),
    Own(&'static ListColumn<R>),
}

/// The table of a list, which also draws the rows that `-w` adds to it.
pub struct ListTable<R: 'static> {
    shown: Vec<Shown<R>>,
    table: Table,
}

impl<R: ListRow> ListTable<R> {
    /// A table of these columns. With `both` generations served, the column OPERATOR says which generation an object is of.
    pub fn new(
        own: &'static [ListColumn<R>],
        flags: &ListFlags,
        both: bool,
        screen: &Screen,
    ) -> Self {
        let of = |place: Place| {
            let columns = own.iter().filter(move |column| column.place == place);
            columns.map(Shown::Own)
        };
        let common = |header, shown: bool, cell| shown.then_some(Shown::Common(header, cell));
        let first = [
            common(
                "NAMESPACE",
                flags.all_namespaces,
                |entry: &ListEntry<R>, _: &Screen| Cell::new(&entry.metadata().namespace),
            ),
            common("NAME", true, |entry, _| Cell::new(&entry.metadata().name)),
            common("OPERATOR", both, |entry, _| {
                Cell::new(entry.operator().to_string())
            }),
        ];
        let age = common("AGE", true, |entry, screen| {
            age(entry.metadata().creation_timestamp, screen)
        });
        let labels = common("LABELS", flags.show_labels, |entry, _| {
            entry.metadata().labels.cell()
        });
        let shown: Vec<Shown<R>> = first
            .into_iter()
            .flatten()
            .chain(of(Place::Always))
            .chain(age)
            .chain(of(Place::Wide).filter(|_| screen.wide))
            .chain(labels)
            .collect();
        let headers = shown.iter().map(|column| match column {
            Shown::Common(header, _) => Column::new(*header),
            Shown::Own(column) => Column::new(column.header),
        });
        let table = Table::new(headers);
        Self { shown, table }
    }

    /// Draws the rows in parts.
    pub fn draw(&mut self, entries: &[ListEntry<R>], screen: &Screen, print: impl FnMut(&str)) {
        let shown = &self.shown;
        let rows = || entries.iter().map(|entry| cells(shown, entry, screen));
        self.table.draw(screen, rows, print);
    }

    /// Draws one more row, with the widths of the rows before it.
    pub fn add(&mut self, entry: &ListEntry<R>, screen: &Screen) -> String {
        self.table.push(cells(&self.shown, entry, screen));
        self.table.page(screen)
    }
}

fn cells<R>(shown: &[Shown<R>], entry: &ListEntry<R>, screen: &Screen) -> Vec<Cell> {
    let cell = |column: &Shown<R>| match (column, entry) {
        (Shown::Common(_, cell), entry) => cell(entry, screen),
        (Shown::Own(column), ListEntry::Row(_, row)) => (column.cell)(row, screen),
        (Shown::Own(_), ListEntry::Malformed(..)) => Cell::unknown(),
    };
    shown.iter().map(cell).collect()
}
