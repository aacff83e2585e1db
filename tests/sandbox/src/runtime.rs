//! The runtime of the harness, so that a plain `#[test]` can use it as well as a `#[tokio::test]`.

use std::sync::LazyLock;

use tokio::runtime::{Builder, Handle, Runtime};

#[expect(
    clippy::expect_used,
    reason = "a process that cannot start two threads cannot start a control plane either"
)]
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("sandbox")
        .enable_all()
        .build()
        .expect("threads for the runtime of the sandbox")
});

/// Runs `future` to its end on the runtime of the harness. It may be called from inside another runtime too, whose current thread
/// is blocked until then.
pub fn block_on<F>(future: F) -> F::Output
where
    F: Future + Send,
    F::Output: Send,
{
    // A thread of a runtime must not block on another runtime, so that the wait gets a thread of its own.
    std::thread::scope(|scope| {
        scope
            .spawn(|| RUNTIME.block_on(future))
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// The runtime for a new client: that of the caller, or that of the harness when the caller has no runtime.
pub(crate) fn current() -> Handle {
    Handle::try_current().unwrap_or_else(|_| own())
}

/// The runtime of the harness, which lives as long as the process.
pub(crate) fn own() -> Handle {
    RUNTIME.handle().clone()
}
