//! What is printed, kubectl takes: every manifest of the other tables, by the definitions of this project and, where they are
//! here, by those of the operators. The one part of this binary that needs an API server.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use crate::document::yaml;
use crate::program::Printed;
use crate::{flags, manifests, restores, schedules, seeds};
use kubectl_tidb_br::api::Operator;
use sandbox::control_plane::{ControlPlane, CrdSource, Identity, World};

const NAMESPACE: &str = "default";

fn printed() -> Vec<Printed> {
    [
        seeds::manifests(),
        schedules::manifests(),
        flags::manifests(),
        restores::manifests(),
        manifests::manifests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn kubectl_applies_and_compares_every_manifest_under_strict_validation() {
    let printed = printed();
    let rows = [(World::V2, Operator::V2), (World::V1, Operator::V1)];
    for source in [CrdSource::Own, CrdSource::Operators] {
        if !source.is_available() {
            eprintln!("skipped: the operators' own definitions are not here");
            continue;
        }
        for (world, operator) in rows {
            let version = operator.api_version();
            let ours: Vec<&Printed> = printed
                .iter()
                .filter(|manifest| manifest.document()["apiVersion"] == version)
                .collect();
            assert!(ours.len() > 100, "{operator}: {} manifests", ours.len());
            eprintln!("{operator}, {source:?}: {} manifests", ours.len());
            Kubectl::of(world, source).takes(&ours);
        }
    }
}

/// The pinned kubectl as somebody who may do everything.
struct Kubectl {
    program: std::path::PathBuf,
    kubeconfig: std::path::PathBuf,
    home: tempfile::TempDir,
}

impl Kubectl {
    fn of(world: World, source: CrdSource) -> Self {
        let plane = ControlPlane::shared().unwrap();
        let server = plane.world_from(world, source).unwrap();
        Self {
            program: plane.kubectl(),
            kubeconfig: server.kubeconfig(Identity::Admin, NAMESPACE).unwrap(),
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn run(&self, line: &str, file: &Path) -> Output {
        Command::new(&self.program)
            .args(line.split(' '))
            .arg("-f")
            .arg(file)
            .env_clear()
            .env("KUBECONFIG", &self.kubeconfig)
            .env("HOME", self.home.path())
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .output()
            .unwrap()
    }

    fn takes(&self, manifests: &[&Printed]) {
        self.create_namespaces(manifests);
        let file = self.home.path().join("manifests.yaml");
        let texts = manifests
            .iter()
            .enumerate()
            .map(|(at, printed)| renamed(at, printed));
        std::fs::write(&file, texts.collect::<Vec<_>>().join("---\n")).unwrap();

        let applied = self.run("apply --validate=strict --dry-run=server", &file);
        let (told, wrong) = (lossy(&applied.stdout), lossy(&applied.stderr));
        assert!(applied.status.success(), "{wrong}");
        assert_eq!(wrong, "");
        let taken = told
            .lines()
            .filter(|line| line.ends_with(" created (server dry run)"));
        assert_eq!(taken.count(), manifests.len(), "{told}");

        // 1: there are differences, since nothing of it exists; anything above: it could not compare.
        let compared = self.run("diff", &file);
        assert_eq!(
            compared.status.code(),
            Some(1),
            "{}",
            lossy(&compared.stderr)
        );
        assert_eq!(lossy(&compared.stderr), "");
    }

    fn create_namespaces(&self, manifests: &[&Printed]) {
        let named = manifests.iter().filter_map(|printed| {
            let namespace = printed.document()["metadata"]["namespace"]
                .as_str()?
                .to_owned();
            Some(format!(
                "{{apiVersion: v1, kind: Namespace, metadata: {{name: {namespace}}}}}\n"
            ))
        });
        let named: BTreeSet<String> = named.collect();
        let file = self.home.path().join("namespaces.yaml");
        std::fs::write(&file, Vec::from_iter(named).join("---\n")).unwrap();
        let created = self.run("apply", &file);
        assert!(created.status.success(), "{}", lossy(&created.stderr));
    }
}

/// The manifest as it was printed, but for its name: kubectl compares each object of one name once.
fn renamed(at: usize, printed: &Printed) -> String {
    let name = format!("m{at}");
    // No other key of this depth is called so.
    let lines = printed.text.lines().map(|line| match line {
        line if line.starts_with("  name: ") => format!("  name: {name}\n"),
        line => format!("{line}\n"),
    });
    let renamed: String = lines.collect();
    assert_eq!(yaml(&renamed)["metadata"]["name"], name, "{renamed}");
    renamed
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
