//! The krew manifest, the archives, and the plugin behind kubectl, by krew's rules and krew's way of unpacking.

mod rules;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use sandbox::control_plane;
use serde_json::Value;

use super::program::{EXECUTABLE, command, streams};
use crate::support::golden;

const MANIFEST: &str = "krew/tidb-br.yaml";

fn parse(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("{pointer} is no text in {value}"))
}

fn list<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value.pointer(pointer).and_then(Value::as_array).unwrap()
}

const NAME: &str = "tidb-br";

/// The targets of Rust that stand for the platforms of the manifest.
const TARGETS: &[(&str, &str, &str)] = &[
    ("x86_64-unknown-linux-musl", "linux", "amd64"),
    ("aarch64-unknown-linux-musl", "linux", "arm64"),
    ("x86_64-apple-darwin", "darwin", "amd64"),
    ("aarch64-apple-darwin", "darwin", "arm64"),
    ("x86_64-pc-windows-msvc", "windows", "amd64"),
    ("aarch64-pc-windows-msvc", "windows", "arm64"),
];

#[test]
fn the_manifest_keeps_the_rules_of_krew() {
    let source = golden::text_of(MANIFEST);
    assert_eq!(rules::broken(NAME, &source), [""; 0]);
    let manifest = parse(&source);
    assert_eq!(
        text(&manifest, "/spec/version"),
        format!("v{}", env!("CARGO_PKG_VERSION"))
    );
    // krew's guide for authors: the index shows the text beside the name of the plugin.
    let short = text(&manifest, "/spec/shortDescription").to_lowercase();
    assert!(
        !short.contains("kubectl") && !short.contains("plugin"),
        "{short}"
    );
    assert!(text(&manifest, "/spec/caveats").contains("kubectl tidb-br completion install"));
    let platforms: BTreeSet<_> = list(&manifest, "/spec/platforms")
        .iter()
        .map(platform_of)
        .collect();
    let expected = TARGETS.iter().map(|(_, os, arch)| format!("{os}-{arch}"));
    assert_eq!(platforms, expected.collect());
}

fn platform_of(platform: &Value) -> String {
    let labels = &platform["selector"]["matchLabels"];
    format!("{}-{}", text(labels, "/os"), text(labels, "/arch"))
}

/// The rules find what krew refuses: one change each.
#[test]
fn every_rule_of_krew_can_be_broken() {
    let zeros = format!("sha256: \"{}\"", "0".repeat(64));
    let bare = zeros.replace('"', "");
    let capitals = format!("sha256: \"{}\"", "A".repeat(64));
    let version = format!("version: v{}", env!("CARGO_PKG_VERSION"));
    let source = golden::text_of(MANIFEST);
    for (from, to, rule) in [
        (zeros.as_str(), bare.as_str(), "is not quoted"),
        (&zeros, "sha256: \"0\"", "64 lower-case"),
        (&zeros, &capitals, "64 lower-case"),
        ("v1alpha2", "v1", "unknown apiVersion"),
        ("kind: Plugin", "kind: plugin", "the kind"),
        ("name: tidb-br", "name: tidb_br", "the name"),
        (&version, "version: 0.1.0", "no semantic version"),
        (&version, "version: v0.1", "no semantic version"),
        (
            "shortDescription: Back up and restore TiDB clusters",
            "shortDescription: \"\"",
            "no short description",
        ),
        ("  homepage:", "  homePage:", "unknown field spec.homePage"),
        (".tar.gz", ".tar.xz", "only .tar.gz"),
        ("https://", "http://", "not https"),
        (
            "          os: linux",
            "          platform: linux",
            "os and arch",
        ),
        ("          arch: arm64", "          arch: amd64", "overlap"),
        (
            "bin: kubectl-tidb_br.exe",
            "bin: kubectl-tidb_br",
            "bin is not among",
        ),
        (
            "bin: kubectl-tidb_br\n",
            "bin: ../kubectl-tidb_br\n",
            "leads elsewhere",
        ),
        ("from: LICENSE", "from: ./LICENSE", "not clean"),
        (
            "        - from: LICENSE\n          to: .\n",
            "",
            "the licence",
        ),
    ] {
        let changed = source.replace(from, to);
        assert_ne!(changed, source, "{from} is not in the manifest");
        let broken = rules::broken(NAME, &changed).join("; ");
        assert!(broken.contains(rule), "{from:?} to {to:?}: {broken}");
    }
}

/// `krew/archive.sh` with an executable that is built already.
fn archive_script(executable: &Path, out: &Path, manifest: &Path) -> Command {
    let mut script = Command::new(golden::path("krew/archive.sh"));
    script
        .arg("--binary")
        .arg(executable)
        .arg("--out")
        .arg(out)
        .arg("--manifest")
        .arg(manifest);
    script
}

/// The platform of this machine in a manifest, as krew finds it.
fn here(manifest: &Value) -> &Value {
    let os = match std::env::consts::OS {
        "macos" => "darwin",
        os => os,
    };
    let arch = match std::env::consts::ARCH {
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        arch => arch,
    };
    list(manifest, "/spec/platforms")
        .iter()
        .find(|platform| {
            let labels = &platform["selector"]["matchLabels"];
            text(labels, "/os") == os && text(labels, "/arch") == arch
        })
        .unwrap_or_else(|| panic!("no platform for {os}/{arch}"))
}

fn sha256(file: &Path) -> String {
    let sum = |program: &str, arguments: &[&str]| {
        let output = Command::new(program)
            .args(arguments)
            .arg(file)
            .output()
            .ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        text.split_whitespace().next().map(str::to_owned)
    };
    sum("sha256sum", &[])
        .or_else(|| sum("shasum", &["-a", "256"]))
        .unwrap()
}

/// Unpacks the archive, moves the files of the platform, and links the executable, as krew does: `-` in the name of the plugin
/// becomes `_`. Returns the folder that is on PATH.
fn install(archive: &Path, manifest: &Value, home: &Path) -> PathBuf {
    let (unpacked, store, bin) = (home.join("unpacked"), home.join("store"), home.join("bin"));
    for folder in [&unpacked, &store, &bin] {
        fs::create_dir(folder).unwrap();
    }
    let mut tar = Command::new("tar");
    tar.arg("-xzf").arg(archive).arg("-C").arg(&unpacked);
    assert!(tar.status().unwrap().success());
    let platform = here(manifest);
    for file in list(platform, "/files") {
        let from = unpacked.join(text(file, "/from"));
        let to = match text(file, "/to") {
            "." => store.join(from.file_name().unwrap()),
            to => store.join(to),
        };
        fs::rename(&from, &to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    }
    let executable = store.join(text(platform, "/bin"));
    assert!(executable.is_file(), "bin is not among the files");
    let name = text(manifest, "/metadata/name").replace('-', "_");
    symlink(&executable, bin.join(format!("kubectl-{name}"))).unwrap();
    bin
}

/// The files in an archive, as `tar` lists them.
fn files_in(archive: &Path) -> Vec<String> {
    let output = Command::new("tar")
        .arg("-tzf")
        .arg(archive)
        .output()
        .unwrap();
    let (stdout, stderr) = streams(&output);
    assert!(output.status.success(), "{stderr}");
    stdout.lines().map(str::to_owned).collect()
}

/// One archive after the other, as a release does: the manifest is valid at the end, and every checksum is that of its archive.
#[test]
fn the_archives_of_all_platforms_fit_the_manifest() {
    let home = tempfile::tempdir().unwrap();
    let manifest = home.path().join("tidb-br.yaml");
    fs::copy(golden::path(MANIFEST), &manifest).unwrap();
    // Nobody runs the program of another platform here.
    let executable = home.path().join("program");
    fs::write(&executable, "program").unwrap();
    for (target, os, arch) in TARGETS {
        let mut script = archive_script(&executable, home.path(), &manifest);
        let output = script.args(["--target", target]).output().unwrap();
        let (stdout, stderr) = streams(&output);
        assert!(output.status.success(), "{target}: {stderr}");
        let archive = PathBuf::from(stdout.lines().next().unwrap());

        let written = fs::read_to_string(&manifest).unwrap();
        assert_eq!(rules::broken(NAME, &written), [""; 0], "{target}");
        let manifest = parse(&written);
        let mut platforms = list(&manifest, "/spec/platforms").iter();
        let wanted = format!("{os}-{arch}");
        let platform = platforms
            .find(|platform| platform_of(platform) == wanted)
            .unwrap();
        assert_eq!(text(platform, "/sha256"), sha256(&archive), "{target}");
        let name = archive.file_name().unwrap().to_str().unwrap();
        assert!(
            text(platform, "/uri").ends_with(&format!("/{name}")),
            "{target}"
        );
        let there = files_in(&archive);
        for file in list(platform, "/files") {
            let from = text(file, "/from").to_owned();
            assert!(
                there.contains(&from),
                "{target}: {from} is not in {there:?}"
            );
        }
        // krew refuses archives with links, and entries that lead out of its folder.
        assert!(
            there
                .iter()
                .all(|file| !file.contains("..") && !file.starts_with('/'))
        );
    }
    let written = fs::read_to_string(&manifest).unwrap();
    assert!(!written.contains(&"0".repeat(64)), "{written}");
}

#[test]
fn the_archive_installs_and_runs_behind_kubectl() {
    let home = tempfile::tempdir().unwrap();
    let manifest = home.path().join("tidb-br.yaml");
    fs::copy(golden::path(MANIFEST), &manifest).unwrap();
    let output = archive_script(Path::new(EXECUTABLE), home.path(), &manifest)
        .output()
        .unwrap();
    let (stdout, stderr) = streams(&output);
    assert!(output.status.success(), "{stderr}");
    let archive = PathBuf::from(stdout.lines().next().unwrap());

    let written = fs::read_to_string(&manifest).unwrap();
    let rendered = parse(&written);
    assert_eq!(text(here(&rendered), "/sha256"), sha256(&archive));
    let original = golden::text_of(MANIFEST);
    let changed = original
        .lines()
        .zip(written.lines())
        .filter(|(a, b)| a != b)
        .count();
    assert!(changed <= 1, "only the checksum of this platform changes");

    let bin = install(&archive, &rendered, home.path());
    let store = home.path().join("store");
    let mut stored: Vec<_> = fs::read_dir(&store)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    stored.sort();
    assert_eq!(
        stored,
        ["LICENSE", "kubectl-tidb_br", "kubectl_complete-tidb_br"]
    );

    let kubectl = control_plane::kubectl().unwrap();
    let output = command(&kubectl, &bin)
        .args(["tidb-br", "version", "--client"])
        .output()
        .unwrap();
    assert_eq!(
        streams(&output),
        (
            format!("Client Version: v{}\n", env!("CARGO_PKG_VERSION")),
            String::new()
        )
    );

    // Warnings of shadowed commands and of files that are not executable go to stderr and make it fail.
    let output = command(&kubectl, &bin)
        .args(["plugin", "list"])
        .output()
        .unwrap();
    let (stdout, stderr) = streams(&output);
    assert!(
        output.status.success() && stdout.ends_with("/kubectl-tidb_br\n"),
        "{stdout}{stderr}"
    );
    assert!(
        !format!("{stdout}{stderr}")
            .to_lowercase()
            .contains("warning"),
        "{stdout}{stderr}"
    );
}

#[test]
fn a_link_and_the_program_itself_print_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("kubectl-tidb_br");
    symlink(EXECUTABLE, &link).unwrap();
    for arguments in [
        &["--help"][..],
        &["log", "pause"],
        &["tso", "436569119308644661", "--utc"],
    ] {
        let run = |program: &Path| {
            let output = command(program, folder.path())
                .args(arguments)
                .output()
                .unwrap();
            (output.status.code(), streams(&output))
        };
        assert_eq!(run(&link), run(Path::new(EXECUTABLE)), "{arguments:?}");
    }
}

#[test]
fn the_script_refuses_a_manifest_of_another_version() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = folder.path().join("tidb-br.yaml");
    let version = format!("version: v{}", env!("CARGO_PKG_VERSION"));
    let other = golden::text_of(MANIFEST).replace(&version, "version: v99.0.0");
    fs::write(&manifest, &other).unwrap();
    let output = archive_script(Path::new(EXECUTABLE), folder.path(), &manifest)
        .output()
        .unwrap();
    let (stdout, stderr) = streams(&output);
    assert!(!output.status.success() && stdout.is_empty(), "{stdout}");
    assert!(stderr.contains("which Cargo.toml says"), "{stderr}");
    assert_eq!(fs::read_to_string(&manifest).unwrap(), other);
}
