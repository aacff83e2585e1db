//! `kubectl tidb br`: the same program under the name that cargo users expect.

fn main() -> std::process::ExitCode {
    kubectl_tidb_br::program::main()
}
