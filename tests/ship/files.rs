//! Files of the repository, and those of them that are generated.

use std::fs;
use std::path::PathBuf;

/// Set to write the generated files anew instead of comparing them.
const UPDATE: &str = "UPDATE_GOLDEN";

/// A path in the repository.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text of a file in the repository.
pub fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Compares a generated file with what it should be.
pub fn generated(name: &str, text: &str) {
    if std::env::var_os(UPDATE).is_some() {
        fs::create_dir_all(path(name).parent().unwrap()).unwrap();
        fs::write(path(name), text).unwrap();
        return;
    }
    let kept = fs::read_to_string(path(name)).unwrap_or_default();
    let difference = kept
        .lines()
        .zip(text.lines())
        .enumerate()
        .find(|(_, (kept, now))| kept != now);
    assert!(
        kept == text,
        "{name} is not what the program has now; {UPDATE}=1 cargo test --test ship writes it anew\nfirst difference (line, file, program): {difference:?}"
    );
}

/// Compares the part of a file between `<!-- NAME: … -->` and `<!-- end -->` with what it should be.
pub fn generated_part(file: &str, name: &str, text: &str) {
    let kept = read(file);
    let begin = format!("<!-- {name}: ");
    let (before, rest) = kept.split_once(&begin).unwrap();
    let (comment, rest) = rest.split_once("-->\n").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    let whole = format!("{before}{begin}{comment}-->\n\n{text}\n<!-- end -->{after}");
    generated(file, &whole);
}
