//! Looking at what is there: lists, single objects, states.

mod objects;
mod order;
mod status;
mod tables;
mod together;
mod watch;
