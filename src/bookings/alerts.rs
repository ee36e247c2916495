//! "Tell me when it opens": a family asks once, and is told once when booking opens.
