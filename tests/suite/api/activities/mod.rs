//! Activities: what their past sessions suggest.

mod suggestion;
