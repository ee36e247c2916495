//! Folders that belong to one test process.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// A new folder under the system's temporary one; it goes when this is dropped.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new(purpose: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("firstplace-{}-{number}-{purpose}", process::id());
        let path = env::temp_dir().join(name);
        fs::create_dir(&path).expect("the temporary folder can be written");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Leaves the folder to somebody else to remove.
    pub fn hand_over(self) -> PathBuf {
        std::mem::ManuallyDrop::new(self).0.clone()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Left behind at worst: the system clears its temporary folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}
