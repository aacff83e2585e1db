//! `check`

use std::collections::BTreeSet;

use serde_json::Value;

use crate::api::document::{at, put};
use crate::api::{Kind, ObjectRef, Operator};
use crate::check::{self, CheckReport, CheckSubject, Finding};
use crate::cli::CheckArgs;
use crate::context::Context;
use crate::lookup::generation;
use crate::lookup::standing::{self, Standing};
use crate::lookup::surroundings::{self, Neighbourhood};
use crate::manifest::file;
use crate::output::{check_format, render};
use crate::recovery::TidbCluster;
use crate::write::input;
use crate::{Error, Exit, Result};

/// `check`
pub async fn run(context: &Context, args: &CheckArgs) -> Result<Exit> {
    let format = args.output.format()?;
    check_format::<CheckReport>(&format)?;
    let findings = match &args.file {
        Some(path) => in_file(context, path, args.offline).await?,
        None => in_namespace(context, args.cluster.as_deref()).await?,
    };
    let report = CheckReport::new(&findings, |hint| context.ui.render(hint));
    let screen = context.screen(&format, &args.output);
    let text = render(&report, &format, &screen)?;
    context.ui.print_as(&format, &text);
    Ok(report.exit())
}

/// Checks one TiDB cluster, or all of the namespace.
async fn in_namespace(context: &Context, name: Option<&str>) -> Result<Vec<Finding>> {
    let namespace = context.cluster().await?.namespace().to_owned();
    let operators = generation::served(context, Kind::Backup).await?;
    let clusters = match name {
        None => standing::clusters_in(context, &operators, &namespace).await?,
        Some(name) => {
            let mut holders = standing::holders(context, &operators, &namespace, name).await?;
            if holders.is_empty() {
                holders.extend(operators.first());
            }
            let cluster = |operator| TidbCluster {
                operator,
                namespace: namespace.clone(),
                name: name.to_owned(),
            };
            holders.into_iter().map(cluster).collect()
        }
    };
    if clusters.is_empty() {
        return Err(Error::failed(format!(
            "no TiDB cluster in namespace {namespace:?}, and no backup names one"
        ))
        .hint("say which with -n NAMESPACE, or check CLUSTER"));
    }
    let mut findings = Vec::new();
    for cluster in clusters {
        let standing = standing::of_cluster(context, cluster).await?;
        add(
            &mut findings,
            check::judge_standing(&standing, context.now()),
        );
        add(&mut findings, of_cluster(context, &standing).await?);
    }
    Ok(findings)
}

/// Checks the next backup of a cluster, and the objects that work for its backups.
async fn of_cluster(context: &Context, standing: &Standing) -> Result<Vec<Finding>> {
    let next = standing::next_backup(&standing.cluster);
    let known = standing
        .documents()
        .filter_map(|document| Some((ObjectRef::of(document)?, document)));
    let mut objects: Vec<(ObjectRef, &Value)> = known.collect();
    objects.insert(0, (next.0, &next.1));
    let subjects: Vec<CheckSubject<'_>> = objects
        .iter()
        .map(|(object, document)| CheckSubject::new(object, document))
        .collect();
    let mut findings = Vec::new();
    for namespace in namespaces(&subjects) {
        let here = || {
            let all = subjects.iter();
            all.filter(|subject| subject.object.namespace == namespace)
        };
        let work: Vec<_> = here().flat_map(|subject| subject.work.clone()).collect();
        let place = Neighbourhood {
            operator: standing.cluster.operator,
            namespace: &namespace,
        };
        let surroundings = surroundings::around(context, place, &work).await?;
        for subject in here() {
            add(&mut findings, check::judge(subject, &surroundings));
        }
    }
    Ok(findings)
}

/// The namespaces of the objects: what the objects need is read once for each namespace.
fn namespaces(subjects: &[CheckSubject<'_>]) -> BTreeSet<String> {
    let all = subjects.iter();
    all.map(|subject| subject.object.namespace.clone())
        .collect()
}

fn place(object: &ObjectRef) -> Neighbourhood<'_> {
    Neighbourhood {
        operator: object.operator,
        namespace: &object.namespace,
    }
}

/// Keeps each finding once: the objects of one cluster mostly need the same things.
fn add(findings: &mut Vec<Finding>, more: Vec<Finding>) {
    for finding in more {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
}

/// Checks the manifests of a file.
async fn in_file(context: &Context, path: &str, offline: bool) -> Result<Vec<Finding>> {
    let (name, bytes) = context.file(path)?;
    let documents = file::documents(&name, &bytes)?;
    if documents.is_empty() {
        return Err(Error::usage(format!("{name}: the file has no manifest")));
    }
    let mut findings = Vec::new();
    for document in documents {
        let (object, document) = manifest(context, &name, document, offline).await?;
        let subject = CheckSubject::new(&object, &document);
        add(&mut findings, check::judge_form(&subject, context.now()));
        if offline {
            add(&mut findings, check::judge_manifest(&subject));
        } else {
            let surroundings = surroundings::around(context, place(&object), &subject.work).await?;
            add(&mut findings, check::judge(&subject, &surroundings));
        }
    }
    Ok(findings)
}

/// One manifest of a file: its address, and the manifest as it would be created.
async fn manifest(
    context: &Context,
    file: &str,
    document: Value,
    offline: bool,
) -> Result<(ObjectRef, Value)> {
    let mut document = file::without_server_fields(document);
    let text = |pointer: &str| at(&document, pointer).as_str().unwrap_or_default();
    let (group, kind) = (text("/apiVersion").to_owned(), text("/kind").to_owned());
    let (Some(operator), Some(_)) = (Operator::from_api_version(&group), Kind::from_name(&kind))
    else {
        return Err(Error::usage(format!(
            "{file}: a {kind:?} of apiVersion {group:?} is no backup, schedule, compaction or restore of TiDB Operator"
        )));
    };
    context.agreed(Some(operator))?;
    let stated = input::stated_namespace(context, Some(&document))?;
    let namespace = match stated {
        None if !offline => Some(context.cluster().await?.namespace().to_owned()),
        stated => stated,
    };
    let unnamed = at(&document, "/metadata/name").is_null();
    if let (Some(metadata), Some(namespace)) = (document.get_mut("metadata"), namespace) {
        put(metadata, "namespace", namespace);
    }
    if unnamed {
        return Err(Error::usage(format!("{file}: metadata.name is missing")));
    }
    let object = ObjectRef::of(&document)
        .ok_or_else(|| Error::usage(format!("{file}: metadata.name is not a text")))?;
    Ok((object, document))
}
