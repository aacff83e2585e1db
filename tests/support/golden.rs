//! Files of the repository whose text is what the program prints. `UPDATE_GOLDEN=1 cargo test --workspace` writes all of them anew.

use std::fs;
use std::path::PathBuf;

/// The switch: with this variable the files are written, not compared.
const UPDATE: &str = "UPDATE_GOLDEN";

/// Differing lines that a failure shows.
const SHOWN: usize = 20;

/// A path in the repository.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a file in the repository.
#[track_caller]
pub fn text_of(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Compares a golden file with the text that it must hold.
#[track_caller]
pub fn compare(name: &str, text: &str) {
    if std::env::var_os(UPDATE).is_some() {
        fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        fs::write(path(name), text).unwrap();
        return;
    }
    let kept = fs::read_to_string(path(name)).unwrap_or_default();
    let mut lines = (kept.lines().map(Some)).chain(std::iter::repeat(None));
    let differing: Vec<String> = text
        .lines()
        .map(|now| (lines.next().flatten(), now))
        .filter(|(kept, now)| *kept != Some(now))
        .take(SHOWN)
        .map(|(kept, now)| format!("file     {}\nprogram  {now}", kept.unwrap_or_default()))
        .collect();
    assert!(
        kept == text,
        "{name} differs from the program; {UPDATE}=1 writes the file anew. First differences:\n{}",
        differing.join("\n")
    );
}

/// Compares the part of a file between `<!-- NAME: … -->` and `<!-- end -->` with the text that it must hold.
#[track_caller]
pub fn compare_part(file: &str, name: &str, text: &str) {
    let kept = text_of(file);
    let begin = format!("<!-- {name}: ");
    let (before, rest) = kept.split_once(&begin).unwrap();
    let (comment, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    let whole = format!("{before}{begin}{comment}-->\n\n{text}\n<!-- end -->{after}");
    compare(file, &whole);
}
