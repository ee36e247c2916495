fn main() -> std::process::ExitCode {
    firstplace::cli::run()
}
