//! Schedules on a real API server, with the clock in the test's hand.

mod conflict;
mod lists;
mod month;
mod second_task;
mod several;
mod shelf;
mod stage;
mod verbs;
