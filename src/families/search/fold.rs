//! Names in the form used for searching. Accents and other scripts become plain letters, so that
//! Zoë is found as "zoe" and Łukasz as "lukasz".

use rphonetic::DoubleMetaphone;

/// Long enough to tell Mohammed from Mohan, short enough to tolerate a slip at the end.
const SOUND_LENGTH: usize = 6;

/// The words of a name as searched for: "O'Brien-Smith" is "obrien" and "smith".
pub(crate) fn words(name: &str) -> Vec<String> {
    let plain = plain(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// The words a name is found by: these, and words joined that others write apart ("Anne-Marie" as
/// "annemarie", "De Souza" as "desouza").
pub(crate) fn found_by(name: &str) -> Vec<String> {
    let plain = plain(name);
    let mut found = words(name);
    let mut before: Option<String> = None;
    for chunk in plain.split_whitespace() {
        let joined: String = chunk.chars().filter(char::is_ascii_alphanumeric).collect();
        if let Some(short) = before.filter(|short| (2..=3).contains(&short.len())) {
            found.push(format!("{short}{joined}"));
        }
        before = Some(joined.clone());
        found.push(joined);
    }
    found.retain(|word| !word.is_empty());
    found.sort();
    found.dedup();
    found
}

/// The first word of a name, and its variant: "Anne-Marie" is "anne" and "annemarie".
pub(crate) fn found_by_first(name: &str) -> Vec<String> {
    let plain = plain(name);
    let joined = plain
        .split_whitespace()
        .next()
        .map(|chunk| chunk.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    let mut found: Vec<String> = words(name).into_iter().take(1).collect();
    found.extend(joined.filter(|joined| !joined.is_empty() && !found.contains(joined)));
    found
}

/// Lower case, plain letters, without apostrophes.
fn plain(name: &str) -> String {
    let unmarked = name.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ' | '´'));
    deunicode::deunicode(&unmarked.collect::<String>()).to_lowercase().replace('\'', "")
}

/// How a word sounds: one or two codes; none if it is too short to have a distinct sound.
pub(crate) fn sounds(word: &str) -> Vec<String> {
    if word.len() < 3 || !word.bytes().all(|c| c.is_ascii_alphabetic()) {
        return Vec::new();
    }
    // Doubled letters are the commonest spelling slip.
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    let word: String = letters.into_iter().collect();
    let heard = DoubleMetaphone::new(Some(SOUND_LENGTH)).double_metaphone(&word);
    let mut codes = vec![heard.primary(), heard.alternate()];
    codes.retain(|code| code.len() > 1);
    codes.dedup();
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_with_and_without_its_accents_and_marks() {
        for (name, asked) in [
            ("Zoë", "zoe"),
            ("Łukasz Wałęsa", "lukasz walesa"),
            ("Siân O’Brien", "sian obrien"),
            ("François D'Arcy", "francois darcy"),
            ("Олена Коваль", "olena koval'"),
            ("Muñoz-Pérez", "munoz perez"),
        ] {
            assert_eq!(words(name), words(asked), "{name}");
        }
    }

    #[test]
    fn what_some_write_in_two_words_is_found_in_one() {
        for (name, word) in
            [("Anne-Marie", "annemarie"), ("De Souza", "desouza"), ("Mc Donald", "mcdonald")]
        {
            assert!(found_by(name).iter().any(|found| found == word), "{name}");
        }
        assert!(found_by("Amina Khan").iter().all(|found| found != "aminakhan"));
    }

    #[test]
    fn names_that_sound_alike_share_a_code_and_others_do_not() {
        let alike =
            |one: &str, other: &str| sounds(one).iter().any(|code| sounds(other).contains(code));
        for (one, other) in [
            ("mohammed", "muhammad"),
            ("catherine", "kathryn"),
            ("smith", "smyth"),
            ("hussain", "hussein"),
            ("stephen", "steven"),
            ("kahn", "khan"),
            ("khhan", "khan"),
            ("saarah", "sarah"),
        ] {
            assert!(alike(one, other), "{one} {other}");
        }
        for (one, other) in [("khan", "patel"), ("olivia", "amelia"), ("jo", "jo")] {
            assert!(!alike(one, other), "{one} {other}");
        }
    }
}
