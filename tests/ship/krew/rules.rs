//! The rules that krew checks a manifest by, in the order of its validator and of its installer, each as one sentence when it is broken.

use serde_json::Value;

/// Versions as krew accepts them begin with `v` and have three numbers.
fn is_version(text: &str) -> bool {
    let Some(numbers) = text.strip_prefix('v') else {
        return false;
    };
    let core = numbers.split(['-', '+']).next().unwrap_or_default();
    let parts: Vec<&str> = core.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number)
}

fn is_checksum(text: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    text.len() == 64 && text.chars().all(is_digit)
}

/// A path is clean when nothing in it can be left out or leads upwards.
fn is_clean(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    path == "." || !parts.iter().any(|part| ["", ".", ".."].contains(part))
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    let found = value.pointer(pointer).and_then(Value::as_str);
    found.unwrap_or_default()
}

/// Everything that krew would refuse in the manifest of the plugin `name`, and what its tool for authors warns of.
pub fn broken(name: &str, source: &str) -> Vec<String> {
    let mut broken = Vec::new();
    // krew's YAML makes a number of digits alone, and of digits around one `e`.
    for line in source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("sha256:"))
    {
        let quoted = line.trim();
        if quoted.len() < 2 || !quoted.starts_with('"') || !quoted.ends_with('"') {
            broken.push(format!("the checksum {quoted} is not quoted"));
        }
    }
    let manifest: Value = match serde_yaml::from_str(source) {
        Ok(manifest) => manifest,
        Err(error) => return vec![format!("not YAML: {error}")],
    };
    let mut must = |holds: bool, rule: &str| {
        if !holds {
            broken.push(rule.to_owned());
        }
    };
    let version = "krew.googlecontainertools.github.com/v1alpha2";
    must(
        text(&manifest, "/apiVersion") == version,
        "unknown apiVersion",
    );
    must(
        text(&manifest, "/kind") == "Plugin",
        "the kind is not Plugin",
    );
    let is_safe = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    must(
        !name.is_empty() && name.chars().all(is_safe),
        "the file name is no name of a plugin",
    );
    must(
        text(&manifest, "/metadata/name") == name,
        "the name is not that of the file",
    );
    let short = text(&manifest, "/spec/shortDescription");
    must(!short.is_empty(), "no short description");
    must(
        !short.contains(['\r', '\n']),
        "the short description has line breaks",
    );
    must(short.len() <= 70, "the short description is long");
    for key in ["description", "caveats"] {
        let lines = text(&manifest, &format!("/spec/{key}")).lines();
        let fits = |line: &str| line.len() <= 80 || !line.trim().contains(' ');
        must(lines.clone().all(fits), &format!("a long line in {key}"));
    }
    must(
        is_version(text(&manifest, "/spec/version")),
        "no semantic version",
    );
    let known = [
        "version",
        "homepage",
        "shortDescription",
        "description",
        "caveats",
        "platforms",
    ];
    only(&manifest["spec"], &known, "spec", &mut must);
    let platforms = manifest["spec"]["platforms"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    must(!platforms.is_empty(), "no platform");
    for platform in &platforms {
        check_platform(platform, &mut must);
    }
    let mut selected: Vec<String> = platforms
        .iter()
        .map(|platform| platform["selector"].to_string())
        .collect();
    selected.sort();
    selected.dedup();
    must(selected.len() == platforms.len(), "two platforms overlap");
    broken
}

fn only(value: &Value, known: &[&str], place: &str, must: &mut impl FnMut(bool, &str)) {
    for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
        must(
            known.contains(&key.as_str()),
            &format!("unknown field {place}.{key}"),
        );
    }
}

fn check_platform(platform: &Value, must: &mut impl FnMut(bool, &str)) {
    only(
        platform,
        &["selector", "uri", "sha256", "files", "bin"],
        "platform",
        must,
    );
    let uri = text(platform, "/uri");
    must(!uri.is_empty(), "no uri");
    must(uri.starts_with("https://"), "the uri is not https");
    must(
        uri.ends_with(".tar.gz") || uri.ends_with(".zip"),
        "krew unpacks only .tar.gz and .zip",
    );
    must(
        is_checksum(text(platform, "/sha256")),
        "no checksum of 64 lower-case hexadecimal digits",
    );
    let bin = text(platform, "/bin");
    must(!bin.is_empty(), "no bin");
    must(is_clean(bin), "bin leads elsewhere");
    if let Some(files) = platform.get("files") {
        let files = files.as_array().cloned().unwrap_or_default();
        must(!files.is_empty(), "files is there and empty");
        for file in &files {
            only(file, &["from", "to"], "files", must);
            must(!text(file, "/from").is_empty(), "a file without from");
            must(!text(file, "/to").is_empty(), "a file without to");
            must(
                is_clean(text(file, "/from")) && is_clean(text(file, "/to")),
                "a path is not clean",
            );
        }
        let kept = |file: &Value| match text(file, "/to") {
            "." => text(file, "/from")
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned(),
            to => to.to_owned(),
        };
        must(
            files.iter().any(|file| kept(file) == bin),
            "bin is not among the files",
        );
        must(
            files.iter().any(|file| kept(file) == "LICENSE"),
            "the licence is not among the files",
        );
    }
    let labels = platform
        .pointer("/selector/matchLabels")
        .and_then(Value::as_object);
    must(
        labels.is_some_and(|labels| !labels.is_empty()),
        "an empty selector",
    );
    for key in labels.into_iter().flatten().map(|(key, _)| key) {
        must(
            key == "os" || key == "arch",
            "a selector of something other than os and arch",
        );
    }
    let os = text(platform, "/selector/matchLabels/os");
    must(["linux", "darwin", "windows"].contains(&os), "unknown os");
    must(
        ["amd64", "arm64"].contains(&text(platform, "/selector/matchLabels/arch")),
        "unknown arch",
    );
    must(
        bin.ends_with(".exe") == (os == "windows"),
        "only Windows has executables with .exe",
    );
}
