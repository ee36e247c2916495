//! The languages that the program brings, each a folder here. A new one is a folder with the same
//! files and a line below. Nobody has confirmed their texts: a machine translated them.

use super::check;
use super::direction::is_from_the_right;
use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(crate) const ENGLISH_TAG: &str = "en-GB";

/// The file that only English has: the notice is translated version by version.
pub(crate) const NOTICE: &str = "notice";

/// The texts of one language: parsed once in a process, when they are first read.
pub(crate) struct Shipped {
    pub tag: &'static str,
    /// What its readers call it.
    pub own_name: &'static str,
    /// File names without their ending, and what is in them.
    pub files: &'static [(&'static str, &'static str)],
    texts: LazyLock<Bundle>,
    /// Each text by its key, in the syntax of Fluent without the key.
    written: LazyLock<HashMap<String, String>>,
}

pub(crate) type Bundle = FluentBundle<FluentResource>;

macro_rules! shipped {
    ($($tag:literal $own_name:literal $($more:literal)?;)+) => {
        pub(crate) static SHIPPED: [Shipped; [$($tag),+].len()] =
            [$(shipped!(@one $tag $own_name $($more)?)),+];
    };
    (@one $tag:literal $own_name:literal $($more:literal)?) => {{
        const FILES: &[(&str, &str)] = &[
            shipped!(@file $tag "common"),
            shipped!(@file $tag "dates"),
            shipped!(@file $tag "fault"),
            shipped!(@file $tag "whats-on"),
            shipped!(@file $tag "book"),
            shipped!(@file $tag "booking"),
            shipped!(@file $tag "sign-in"),
            shipped!(@file $tag "my"),
            shipped!(@file $tag "mail"),
            shipped!(@file $tag "account"),
            shipped!(@file $tag "member"),
            shipped!(@file $tag "feed"),
            shipped!(@file $tag "feedback"),
            shipped!(@file $tag "language"),
            shipped!(@file $tag "texts"),
            shipped!(@file $tag "house"),
            $(shipped!(@file $tag $more),)?
        ];
        Shipped {
            tag: $tag,
            own_name: $own_name,
            files: FILES,
            texts: LazyLock::new(|| bundle($tag, FILES)),
            written: LazyLock::new(|| {
                FILES.iter().flat_map(|(_, file)| check::texts(file)).collect()
            }),
        }
    }};
    (@file $tag:literal $name:literal) => {
        ($name, include_str!(concat!($tag, "/", $name, ".ftl")))
    };
}

shipped! {
    "en-GB" "English" "notice";
    "ur" "اردو";
    "ar" "العربية";
    "pl" "Polski";
    "bn" "বাংলা";
    "ro" "Română";
    "pa" "ਪੰਜਾਬੀ";
    "uk" "Українська";
}

impl Shipped {
    pub(crate) fn texts(&self) -> &Bundle {
        &self.texts
    }

    pub(crate) fn written(&self) -> &HashMap<String, String> {
        &self.written
    }
}

/// A bundle without texts, for a language.
pub(super) fn empty(tag: &str) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    // The marks around a gap are for texts that mix directions; elsewhere they only get in the way.
    bundle.set_use_isolating(is_from_the_right(tag));
    bundle
}

/// Files that do not parse, or say a thing twice, are a fault of ours that the first test finds.
fn bundle(tag: &str, files: &[(&str, &str)]) -> Bundle {
    let mut bundle = empty(tag);
    for (name, file) in files {
        let (resource, faults) = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, faults)) => (resource, faults),
        };
        debug_assert!(faults.is_empty(), "{tag} {name}: {faults:?}");
        if let Err(twice) = bundle.add_resource(resource) {
            debug_assert!(false, "{tag} {name}: {twice:?}");
        }
    }
    bundle
}

/// The keys of what is translated: the notice is translated version by version.
pub(crate) fn translated_keys() -> impl Iterator<Item = String> {
    let files = SHIPPED[0].files.iter().filter(|(name, _)| *name != NOTICE);
    files.flat_map(|(_, file)| check::keys(file))
}
