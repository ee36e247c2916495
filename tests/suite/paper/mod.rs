//! What is printed.

mod scripts;
