//! How the cluster is reached, what a user may do, how many requests are sent, and what happens when the server misbehaves.

mod audit;
mod connection;
mod faults;
mod hints;
mod rights;
mod secrets;
