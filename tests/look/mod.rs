//! Commands that only show: lists, single objects, states.

mod documents;
mod hostile;
mod named;
mod objects;
mod order;
mod status;
mod tables;
mod together;
mod watch;
