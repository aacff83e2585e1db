//! The krew manifest, the archive, and the plugin behind kubectl, with krew's rules and krew's way of unpacking.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Component, Path, PathBuf};
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

/// The rules of krew's own validator and of its guide for plugin authors.
#[test]
fn the_manifest_keeps_the_rules_of_krew() {
    let manifest = parse(&golden::text_of(MANIFEST));
    assert_eq!(
        text(&manifest, "/apiVersion"),
        "krew.googlecontainertools.github.com/v1alpha2"
    );
    assert_eq!(text(&manifest, "/kind"), "Plugin");
    let name = text(&manifest, "/metadata/name");
    assert_eq!(format!("krew/{name}.yaml"), MANIFEST);
    assert_eq!(
        text(&manifest, "/spec/version"),
        format!("v{}", env!("CARGO_PKG_VERSION"))
    );
    assert!(text(&manifest, "/spec/homepage").starts_with("https://"));
    let short = text(&manifest, "/spec/shortDescription");
    assert!(!short.is_empty() && short.len() <= 50 && !short.contains('\n'));
    for word in ["kubectl", "plugin"] {
        assert!(
            !short.to_lowercase().contains(word),
            "{short:?} says {word}"
        );
    }
    assert!(!text(&manifest, "/spec/description").trim().is_empty());
    let caveats = text(&manifest, "/spec/caveats");
    assert!(caveats.contains("kubectl tidb-br completion install"));
    let known = [
        "version",
        "homepage",
        "shortDescription",
        "description",
        "caveats",
        "platforms",
    ];
    for key in manifest["spec"].as_object().unwrap().keys() {
        assert!(
            known.contains(&key.as_str()),
            "krew does not know spec.{key}"
        );
    }
    let mut platforms = BTreeSet::new();
    for platform in list(&manifest, "/spec/platforms") {
        check_platform(platform);
        let labels = &platform["selector"]["matchLabels"];
        platforms.insert(format!("{}/{}", text(labels, "/os"), text(labels, "/arch")));
    }
    let expected = ["linux", "darwin", "windows"]
        .map(|os| ["amd64", "arm64"].map(|arch| format!("{os}/{arch}")));
    assert_eq!(platforms, expected.into_iter().flatten().collect());
}

fn check_platform(platform: &Value) {
    let selector = platform["selector"].as_object().unwrap();
    assert_eq!(selector.keys().collect::<Vec<_>>(), ["matchLabels"]);
    let labels = selector["matchLabels"].as_object().unwrap();
    assert!(!labels.is_empty() && labels.keys().all(|key| key == "os" || key == "arch"));
    let (os, arch) = (
        text(platform, "/selector/matchLabels/os"),
        text(platform, "/selector/matchLabels/arch"),
    );
    let uri = text(platform, "/uri");
    let archive = format!("/tidb-br-v{}-{os}-{arch}.tar.gz", env!("CARGO_PKG_VERSION"));
    assert!(
        uri.starts_with("https://") && uri.ends_with(&archive),
        "{uri}"
    );
    let sum = text(platform, "/sha256");
    assert!(
        sum.len() == 64
            && sum
                .chars()
                .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)),
        "{sum}"
    );
    let bin = text(platform, "/bin");
    assert_eq!(bin.ends_with(".exe"), os == "windows", "{bin}");
    let files = list(platform, "/files");
    let from: Vec<_> = files.iter().map(|file| text(file, "/from")).collect();
    assert!(from.contains(&bin) && from.contains(&"LICENSE"), "{from:?}");
    for file in files {
        let to = Path::new(text(file, "/to"));
        let inside = to
            .components()
            .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
        assert!(
            inside,
            "{} leads out of the folder of the plugin",
            to.display()
        );
    }
}

fn archive_script(out: &Path, manifest: &Path) -> Command {
    let mut script = Command::new(golden::path("krew/archive.sh"));
    script
        .args(["--binary", EXECUTABLE, "--out"])
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

#[test]
fn the_archive_installs_and_runs_behind_kubectl() {
    let home = tempfile::tempdir().unwrap();
    let manifest = home.path().join("tidb-br.yaml");
    fs::copy(golden::path(MANIFEST), &manifest).unwrap();
    let output = archive_script(home.path(), &manifest).output().unwrap();
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
    let output = archive_script(folder.path(), &manifest).output().unwrap();
    let (stdout, stderr) = streams(&output);
    assert!(!output.status.success() && stdout.is_empty(), "{stdout}");
    assert!(stderr.contains("which Cargo.toml says"), "{stderr}");
    assert_eq!(fs::read_to_string(&manifest).unwrap(), other);
}
