//! Tables in kubectl's style.

use comfy_table::{ColumnConstraint, ContentArrangement, Width, presets};

use super::cell::Cell;
use super::screen::Screen;

/// Blanks between two columns: as many as kubectl leaves.
const GAP: u16 = 3;

/// How many rows are laid out together.
const PART: usize = 250;

/// A column of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    header: String,
    wide: bool,
}

impl Column {
    /// A column that is always shown.
    pub fn new(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            wide: false,
        }
    }

    /// A column that only `-o wide` shows.
    pub fn wide(header: impl Into<String>) -> Self {
        Self {
            header: header.into(),
            wide: true,
        }
    }
}

/// A table that is printed at once or page by page.
///
/// Columns are three blanks apart, nothing wraps, lines have no trailing blanks. Columns of `-o wide` come after all others, so that `wide`
/// never reorders columns. A page keeps the widths of the pages before it; a longer value makes its column wider from that page on.
#[derive(Debug, Clone)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    widths: Vec<u16>,
    started: bool,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self {
            columns: columns.into_iter().collect(),
            rows: Vec::new(),
            widths: Vec::new(),
            started: false,
        }
    }

    /// Adds a row: one cell for each column, in the order of the columns, including the columns of `-o wide`.
    pub fn push(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Draws many rows in parts, so that a long list is aligned from its first line on and is never kept as text. `rows` is called twice:
    /// the first time to measure the columns, the second time to draw.
    pub fn draw<I>(&mut self, screen: &Screen, rows: impl Fn() -> I, mut print: impl FnMut(&str))
    where
        I: IntoIterator<Item = Vec<Cell>>,
    {
        let order = self.order(screen.wide);
        let mut measured = rows().into_iter().peekable();
        while measured.peek().is_some() {
            let part: Vec<_> = measured.by_ref().take(PART).collect();
            let sheet = self.sheet(&order, screen.headers, &in_order(&part, &order));
            self.widen(&sheet);
        }
        let mut drawn = rows().into_iter().peekable();
        loop {
            self.rows.extend(drawn.by_ref().take(PART));
            print(&self.page(screen));
            if drawn.peek().is_none() {
                return;
            }
        }
    }

    /// Takes the rows pushed so far and draws them. The first page starts with the header, even when it has no rows.
    pub fn page(&mut self, screen: &Screen) -> String {
        let rows = std::mem::take(&mut self.rows);
        let order = self.order(screen.wide);
        let rows = in_order(&rows, &order);
        let header = screen.headers && !std::mem::replace(&mut self.started, true);
        let lines = self.layout(&order, header, &rows);

        let mut page = String::new();
        let mut lines = lines.iter();
        if header && let Some(line) = lines.next() {
            page.push_str(line.trim_end());
            page.push('\n');
        }
        for (line, row) in lines.zip(&rows) {
            page.push_str(&paint(line.trim_end(), row, screen.color));
            page.push('\n');
        }
        page
    }

    /// The indexes of the columns that are shown, in the order in which they are shown.
    fn order(&self, wide: bool) -> Vec<usize> {
        let indexes = |of_wide: bool| {
            let columns = self.columns.iter().enumerate();
            columns
                .filter(move |(_, column)| column.wide == of_wide)
                .map(|(index, _)| index)
        };
        indexes(false)
            .chain(indexes(true).filter(|_| wide))
            .collect()
    }

    /// The lines without colour. Also keeps the widths for the next pages.
    fn layout(&mut self, order: &[usize], header: bool, rows: &[Vec<&Cell>]) -> Vec<String> {
        let mut table = self.sheet(order, header, rows);
        self.widen(&table);
        for (column, width) in table.column_iter_mut().zip(&self.widths) {
            column.set_padding((0, GAP));
            let width = Width::Fixed(width.saturating_add(GAP));
            column.set_constraint(ColumnConstraint::Absolute(width));
        }
        table.lines().collect()
    }

    fn sheet(&self, order: &[usize], header: bool, rows: &[Vec<&Cell>]) -> comfy_table::Table {
        let mut table = comfy_table::Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Disabled);
        if header {
            let headers = order.iter().filter_map(|&index| self.columns.get(index));
            table.set_header(headers.map(|column| column.header.as_str()));
        }
        table.add_rows(rows.iter().map(|row| row.iter().map(|cell| cell.text())));
        table
    }

    fn widen(&mut self, table: &comfy_table::Table) {
        let measured = table.column_max_content_widths();
        let columns = self.widths.len().max(measured.len());
        self.widths.resize(columns, 0);
        for (width, measured) in self.widths.iter_mut().zip(measured) {
            *width = (*width).max(measured);
        }
    }
}

/// The cells of the columns that are shown, in order.
fn in_order<'a>(rows: &'a [Vec<Cell>], order: &[usize]) -> Vec<Vec<&'a Cell>> {
    rows.iter()
        .map(|row| order.iter().filter_map(|&index| row.get(index)).collect())
        .collect()
}

/// Puts colour codes around the cells of a finished line, where the codes cannot disturb the alignment.
fn paint(line: &str, row: &[&Cell], color: bool) -> String {
    let mut painted = String::new();
    let mut rest = line;
    for cell in row.iter().filter(|cell| !cell.text().is_empty()) {
        let text = rest.trim_start_matches(' ');
        let (blanks, _) = rest.split_at(rest.len() - text.len());
        painted.push_str(blanks);
        rest = text;
        if let Some(after) = text.strip_prefix(cell.text()) {
            painted.push_str(&cell.paint(color));
            rest = after;
        }
    }
    painted.push_str(rest);
    painted
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use proptest::prelude::*;

    use super::super::Tone;
    use super::super::clean::LONGEST_VALUE;
    use super::*;

    fn screen() -> Screen {
        Screen::plain(chrono::DateTime::UNIX_EPOCH)
    }

    fn demo() -> Table {
        let mut table = Table::new([
            Column::new("NAME"),
            Column::wide("PATH"),
            Column::new("STATUS"),
            Column::new("AGE"),
        ]);
        table.push([
            "demo1".into(),
            "s3://b/demo1".into(),
            Cell::new("Complete").tone(Tone::Good),
            "5d".into(),
        ]);
        table.push([
            "\u{5907}\u{4efd}".into(),
            Cell::none(),
            Cell::new("Failed").tone(Tone::Bad),
            Cell::unknown(),
        ]);
        table
    }

    #[test]
    fn drawn_as_kubectl_does() {
        let wide = Screen {
            wide: true,
            ..screen()
        };
        let bare = Screen {
            headers: false,
            ..screen()
        };
        let rows = [
            (
                screen(),
                "\
NAME    STATUS     AGE
demo1   Complete   5d
\u{5907}\u{4efd}    Failed     <unknown>
",
            ),
            (
                wide,
                "\
NAME    STATUS     AGE         PATH
demo1   Complete   5d          s3://b/demo1
\u{5907}\u{4efd}    Failed     <unknown>   <none>
",
            ),
            (
                bare,
                "\
demo1   Complete   5d
\u{5907}\u{4efd}    Failed     <unknown>
",
            ),
        ];
        for (screen, expected) in rows {
            assert_eq!(demo().page(&screen), expected);
        }
    }

    #[test]
    fn a_long_list_drawn_in_parts_is_aligned_as_one_page() {
        let rows = |count: usize| {
            let name = |index| "x".repeat(index * 40 / (2 * PART));
            (0..count).map(move |index| vec![Cell::new(name(index)), Cell::none(), "1d".into()])
        };
        for count in [0, 1, PART, PART + 1, 2 * PART] {
            let mut table = Table::new(["NAME", "STATUS", "AGE"].map(Column::new));
            let mut page = table.clone();
            rows(count).for_each(|row| page.push(row));
            let (mut drawn, mut parts) = (String::new(), 0);
            table.draw(
                &screen(),
                || rows(count),
                |part| {
                    drawn.push_str(part);
                    parts += 1;
                },
            );
            assert_eq!(drawn, page.page(&screen()), "{count} rows");
            assert_eq!(parts, count.div_ceil(PART).max(1), "{count} rows");
        }
    }

    #[test]
    fn colour_does_not_move_columns() {
        let color = Screen {
            color: true,
            ..screen()
        };
        let painted = demo().page(&color);
        assert!(painted.contains("\u{1b}[32mComplete\u{1b}[0m   5d\n"));
        assert!(painted.contains("\u{1b}[31mFailed\u{1b}[0m     <unknown>\n"));
        let stripped = ["\u{1b}[32m", "\u{1b}[31m", "\u{1b}[0m"]
            .iter()
            .fold(painted, |text, code| text.replace(code, ""));
        assert_eq!(stripped, demo().page(&screen()));
    }

    #[test]
    fn pages_keep_their_columns() {
        let mut table = Table::new([Column::new("NAME"), Column::new("AGE")]);
        table.push(["a-long-name".into(), "1d".into()]);
        let mut text = table.page(&screen());
        table.push(["b".into(), "2d".into()]);
        text += &table.page(&screen());
        table.push(["an-even-longer-name".into(), "3d".into()]);
        table.push(["c".into(), "4d".into()]);
        text += &table.page(&screen());
        assert_eq!(
            text,
            "\
NAME          AGE
a-long-name   1d
b             2d
an-even-longer-name   3d
c                     4d
"
        );
    }

    #[test]
    fn cells_stay_on_their_line() {
        let rows = [
            ("first\nsecond", "first..."),
            ("first\r\nsecond", "first..."),
            ("ends\n", "ends"),
            ("tab\tin it", "tab in it"),
            ("  padded ", "padded"),
            ("\u{1b}[31mred", "^[[31mred"),
        ];
        for (text, shown) in rows {
            let mut table = Table::new([Column::new("MESSAGE"), Column::new("AGE")]);
            table.push([text.into(), "1d".into()]);
            let page = table.page(&screen());
            let line = page.lines().nth(1).unwrap();
            assert_eq!(line.split("   ").next(), Some(shown), "{text:?}");
            assert!(line.ends_with("1d"));
        }
    }

    #[test]
    fn odd_tables() {
        let mut no_rows = Table::new([Column::new("NAME"), Column::new("AGE")]);
        assert_eq!(no_rows.page(&screen()), "NAME   AGE\n");
        assert_eq!(no_rows.page(&screen()), "");

        let mut ragged = Table::new([Column::new("A"), Column::new("B"), Column::new("C")]);
        ragged.push(["1".into()]);
        ragged.push(["".into(), "2".into(), "".into(), "extra".into()]);
        assert_eq!(ragged.page(&screen()), "A   B   C\n1\n    2\n");
    }

    #[test]
    fn a_long_value_is_cut_or_shown_whole_and_never_wrapped() {
        let long = "word ".repeat(300);
        for (cell, shown) in [
            (Cell::new(&long), format!("{}...", &long[..LONGEST_VALUE])),
            (Cell::whole(&long), long.trim().to_owned()),
        ] {
            let mut table = Table::new([Column::new("MESSAGE"), Column::new("AGE")]);
            table.push([cell, "1d".into()]);
            let page = table.page(&screen());
            assert_eq!(page.lines().count(), 2);
            assert!(page.ends_with(&format!("{shown}   1d\n")), "{page}");
        }
    }

    proptest! {
        /// Whatever the cells hold, there is one line a row, and every column starts where its header does.
        #[test]
        fn columns_line_up(cells in proptest::collection::vec(("[a-z<>/.:-]{0,12}", "[a-z]{1,9}"), 1..20)) {
            let mut table = Table::new([Column::new("NAME"), Column::new("STATUS")]);
            for (name, status) in &cells {
                table.push([name.into(), Cell::new(status).tone(Tone::Good)]);
            }
            let page = table.page(&screen());
            let lines: Vec<&str> = page.lines().collect();
            let start = lines[0].find("STATUS").unwrap();
            prop_assert_eq!(lines.len(), cells.len() + 1);
            for (line, (name, status)) in lines[1..].iter().zip(&cells) {
                prop_assert_eq!(line[..start].trim_end(), name);
                prop_assert_eq!(&line[start..], status);
            }
        }
    }
}
