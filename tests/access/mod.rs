//! Who may do what, how the cluster is reached, and what is asked of it.

mod audit;
mod connection;
mod faults;
mod hints;
mod rights;
mod secrets;
