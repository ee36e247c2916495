fn main() {
    print!("{}", firstplace::web::openapi::document_text());
}
