//! `kubectl tidb-br`.

fn main() -> std::process::ExitCode {
    kubectl_tidb_br::program::main()
}
