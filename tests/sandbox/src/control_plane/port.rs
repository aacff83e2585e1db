//! Free ports on the loopback interface.

use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::failure::{Failure, Result};

/// Below the ports that Linux and macOS give to outgoing connections, so that a server that is stopped and started again finds its
/// port free.
const FIRST: u32 = 15_000;
const COUNT: u32 = 15_000;

/// A port on which nobody listens. Processes that run side by side start their search at different ports.
pub(super) fn free() -> Result<u16> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let begin = std::process::id().wrapping_mul(97);
    (0..1000)
        .filter_map(|_| {
            let step = NEXT.fetch_add(1, Ordering::Relaxed);
            u16::try_from(FIRST + begin.wrapping_add(step) % COUNT).ok()
        })
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| Failure::new("found no free port on 127.0.0.1"))
}
