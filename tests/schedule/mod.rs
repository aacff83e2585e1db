//! Schedules on a real API server, with the clock in the test's hand.

mod month;
mod stage;
mod verbs;
