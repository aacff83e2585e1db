//! `-o json|yaml|name`: written while the list is read.

use sandbox::control_plane::{ControlPlane, CrdSource, World};
use sandbox::fault_proxy::{Fault, Part, Request};
use sandbox::operator::Dialect;
use serde_json::{Value, json};

use crate::support::Place;

fn spec() -> Value {
    json!({"br": {"cluster": "basic"}, "s3": {"provider": "aws", "bucket": "b"}})
}

/// Makes so many Backups that a list of them has two pages. No uid holds the "n" of their names.
fn many(place: &Place) {
    for number in 0..510 {
        place
            .api()
            .create(&format!("n-{number:03}"), &spec(), &Value::Null);
    }
}

fn second_page(request: &Request) -> bool {
    request.uri.contains("/backups?") && request.uri.contains("continue=")
}

/// A list that breaks off does not look complete. A list that the server forgot half way is complete in the end.
#[test]
fn lists_that_break_off_or_start_again() {
    let place = Place::new(Dialect::V2);
    many(&place);
    for format in ["json", "yaml", "name"] {
        let line = format!("backup list -o {format}");
        let (plugin, _proxy) =
            place.plugin_behind(|request| second_page(request).then_some(Fault::Status(403)));
        let broken = plugin.line(&line).exits(1).one_error();
        assert!(broken.stdout.contains("n-499"), "the first page is there");
        assert!(serde_json::from_str::<Value>(&broken.stdout).is_err());
        assert!(!broken.stdout.contains("kind: List"));

        let mut forgotten = 0;
        let (plugin, proxy) = place.plugin_behind(move |request| {
            forgotten += usize::from(second_page(request));
            (second_page(request) && forgotten == 1).then_some(Fault::Status(410))
        });
        let again = plugin.line(&line).exits(0);
        let whole = place.plugin().line(&line).exits(0);
        assert_eq!(again.stdout, whole.stdout);
        assert_eq!(
            whole.stdout.matches("n-50").count() / whole.stdout.matches("n-509").count(),
            10
        );
        drop(proxy);

        let (plugin, _proxy) = place.plugin_behind(|request| {
            second_page(request).then_some(Fault::CutAfter(Part::Bytes(1000)))
        });
        plugin.line(&line).exits(1).one_error();
    }
    let whole = place.plugin().line("backup list -o json").exits(0).json();
    let theirs = place
        .kubectl("get backups.br.pingcap.com -o json")
        .exits(0)
        .json();
    assert_eq!(whole, theirs);
}

/// Objects of two generations, in namespaces of which one name begins with the other, come by namespace, then name, as in the table.
#[test]
fn all_namespaces_and_both_operators_are_one_ordered_list() {
    let plane = ControlPlane::shared().unwrap();
    let server = plane.world_from(World::Both, CrdSource::Own).unwrap();
    let place = Place::empty(server, Dialect::V2);
    let namespaces = [place.namespace.clone(), format!("{}-a", place.namespace)];
    let namespace =
        json!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": namespaces[1]}});
    place.api().ask("POST", "/api/v1/namespaces", &namespace);
    let labels = json!({"test": place.namespace});
    for namespace in &namespaces {
        for dialect in [Dialect::V2, Dialect::V1] {
            let api_version = format!("{}/v1alpha1", dialect.operator().group());
            let path = format!("/apis/{api_version}/namespaces/{namespace}/backups");
            for name in ["b", "a-1", "a"] {
                let object = json!({
                    "apiVersion": api_version, "kind": "Backup",
                    "metadata": {"name": name, "labels": labels}, "spec": spec(),
                });
                place.api().ask("POST", &path, &object);
            }
        }
    }
    let [first, second] = &namespaces;
    let mut expected = Vec::new();
    for namespace in [first, second] {
        for name in ["a", "a-1", "b"] {
            for group in ["br.pingcap.com", "pingcap.com"] {
                expected.push(format!("{namespace} {group}/v1alpha1 {name}"));
            }
        }
    }
    let line = format!("backup list -A -l test={first}");
    let list = place
        .plugin()
        .line(&format!("{line} -o json"))
        .exits(0)
        .json();
    let items = list["items"].as_array().unwrap().iter();
    let places: Vec<String> = items
        .map(|item| {
            let text = |pointer| item.pointer(pointer).unwrap().as_str().unwrap();
            format!(
                "{} {} {}",
                text("/metadata/namespace"),
                text("/apiVersion"),
                text("/metadata/name")
            )
        })
        .collect();
    assert_eq!(places, expected);
    let table = place
        .plugin()
        .line(&format!("{line} --no-headers"))
        .exits(0)
        .stdout;
    let rows: Vec<String> = table
        .lines()
        .map(|line| {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let group = if cells[2] == "v1" {
                "pingcap.com"
            } else {
                "br.pingcap.com"
            };
            format!("{} {group}/v1alpha1 {}", cells[0], cells[1])
        })
        .collect();
    assert_eq!(rows, expected, "{table}");
}
