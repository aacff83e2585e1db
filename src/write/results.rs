//! The objects that a command wrote or waited for, as they are printed: at once where one was named, as one `List` at the end where
//! several were.

use std::cell::RefCell;

use serde_json::Value;

use crate::Result;
use crate::cli::OutputFlags;
use crate::context::Context;
use crate::output::objects::{self, Shape};
use crate::write::execute::for_people;

/// Objects that wait for the end of the command; `None` where each is a document of its own.
#[derive(Debug, Default)]
pub struct Results(RefCell<Option<Vec<Value>>>);

impl Results {
    /// From now on objects are kept for one `List`.
    pub fn hold(&self) {
        self.0.replace(Some(Vec::new()));
    }

    fn keep(&self, object: &Value) -> bool {
        let mut held = self.0.borrow_mut();
        held.as_mut()
            .map(|held| held.push(object.clone()))
            .is_some()
    }

    /// Prints what was kept, also when that is nothing.
    ///
    /// # Errors
    /// What the format's template runs into.
    pub fn release(&self, context: &Context, output: &OutputFlags) -> Result<()> {
        match self.0.take() {
            Some(objects) => write(context, &objects, Shape::List, output),
            None => Ok(()),
        }
    }
}

/// Prints an object in the format that was asked for, or keeps it for the end. Gives back whether that was done: formats for people
/// have a result line instead.
///
/// # Errors
/// What the format's template runs into.
pub fn print(context: &Context, object: &Value, output: &OutputFlags) -> Result<bool> {
    let format = output.format()?;
    if for_people(&format) {
        return Ok(false);
    }
    if !(format.is_data() && context.results.keep(object)) {
        write(context, std::slice::from_ref(object), Shape::One, output)?;
    }
    Ok(true)
}

fn write(context: &Context, objects: &[Value], shape: Shape, output: &OutputFlags) -> Result<()> {
    let (disclosure, headers) = (output.disclosure(), !output.no_headers);
    let text = objects::render(objects, shape, &output.format()?, disclosure, headers)?;
    context.ui.document(&text.unwrap_or_default());
    Ok(())
}
