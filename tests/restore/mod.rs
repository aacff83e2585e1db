//! Restores on a real API server: what is picked and copied, what is refused, how they end, and how they are shown.

mod accepted;
mod create;
mod moment;
mod preflight;
mod scene;
mod wait;
