"""How old a reader must be: the grade of Flesch and Kincaid (US Navy, 1975), 0.39 words a sentence
and 11.8 syllables a word, less 15.59, and five years more for the age. It was made for whole texts:
a label of three words says nothing, so short texts are read together, file by file."""

import re

from ftl import texts

# The oldest that a reader may have to be.
OLDEST = 9
# From so many words on a text is measured by itself.
LONG = 12

# Texts that are harder and must be, each by its key with the reason.
EXCEPTIONS = {
    "about-privacy-6": "the law names who hears complaints",
    "member-notice-title": "the only short text of its file",
    "about-accessibility-6": "the law names who hears complaints",
}

WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'-][A-Za-zÀ-ÿ]+)*|\d[\d:.,]*(?:am|pm)?")


def age(text):
    """In years."""
    sentences = [one for one in re.split(r"[.!?:;]+(?:\s|$)|\n", text) if WORD.search(one)]
    words = WORD.findall(text)
    if not words:
        return 0
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


def syllables_of(word):
    """Groups of vowels, less what is written and not said. A figure is said in a breath."""
    word = word.lower().replace("’", "'")
    if word[0].isdigit():
        return 1
    parts = word.split("-")
    return sum(max(1, _groups(part)) for part in parts)


def _groups(word):
    word = re.sub(r"'(s|re|ve|ll|d|m|t)$", "", word)
    groups = len(re.findall(r"[aeiouyà-ÿ]+", word))
    # Said apart: re-ading is not, be-ing, i-dea, tri-al, radi-o are.
    groups += len(re.findall(r"(?<=[aeiouy])ing$|i[ao](?!n)|eo(?!ple)|ua[lt]|[^q]uie|creat", word))
    # Written and not said: mak(e), tabl(e) is, ask(ed), hous(es) is, plac(es) is.
    if re.search(r"[^aeiouyl]e$|[aeiouy]le$", word):
        groups -= 1
    elif re.search(r"[^aeiouytd]ed$", word):
        groups -= 1
    elif re.search(r"[^aeiouysxzcgh]es$|[aeiouy][^aeiouysxzcgh]+es$", word) and not word.endswith("les"):
        groups -= 1
    groups -= len(re.findall(r"[^aeiouy]e(?=ly$|ful$|less$|ment$|where|thing|one)", word))
    return groups


def complaints(files, exceptions=None):
    exceptions = EXCEPTIONS if exceptions is None else exceptions
    needless = dict(exceptions)
    for file in files:
        short = []
        for key, said in texts(file):
            if len(WORD.findall(said)) < LONG:
                short.append((key, said))
                continue
            years = age(said)
            if years > OLDEST and key in exceptions:
                needless.pop(key, None)
            elif years > OLDEST:
                yield f"{file.name} {key}: {years:.1f} years: {said}"
        # Labels and headings are read as sentences of their own.
        whole = [said.rstrip(".!?:") + "." for key, said in short if key not in exceptions]
        needless = {key: why for key, why in needless.items() if key not in dict(short)}
        years = age(" ".join(whole))
        if years > OLDEST:
            hardest = sorted(whole, key=age, reverse=True)[:5]
            yield f"{file.name}, its short texts together: {years:.1f} years; hardest: {hardest}"
    for key in needless:
        yield f"{key} is an exception and need not be, or is gone"
