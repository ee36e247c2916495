"""The words of the service as they are written for it: what journeys look for on pages, and what the
test of reading age reads."""

import os
import re
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

FOLDER = Path(os.environ["FIRSTPLACE_TEST_WORDS"])
ENGLISH = FOLDER.name
# All that have texts of their own.
LANGUAGES = sorted(one.name for one in FOLDER.parent.iterdir() if (one / "common.ftl").is_file())

_spoken = [ENGLISH]


@contextmanager
def speaking(language):
    """What is looked for is in another language for a while."""
    _spoken.append(language)
    yield
    _spoken.pop()


def files(language=ENGLISH):
    found = sorted((FOLDER.parent / language).glob("*.ftl"))
    assert len(found) > 3, f"the words are not in {FOLDER}"
    return found


def texts(file, gap="1"):
    """Each text of a file by its key: one for each way it can be said, with what fills its gaps."""
    resource = FluentParser().parse(file.read_text())
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk, f"{file.name} cannot be read: {junk}"
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            named = [(entry.id.name, entry.value)]
            named += [(f"{entry.id.name}.{one.id.name}", one.value) for one in entry.attributes]
            for key, pattern in named:
                for said in _ways(pattern, gap) if pattern else []:
                    yield key, said


def _ways(pattern, gap):
    """Of choices that are made together each once, not all with all."""
    ways = [""]
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            said = [element.value]
        elif isinstance(element.expression, ast.SelectExpression):
            said = [way for one in element.expression.variants for way in _ways(one.value, gap)]
        elif isinstance(element.expression, (ast.StringLiteral, ast.NumberLiteral)):
            said = [element.expression.value]
        else:
            said = [gap]
        most = max(len(ways), len(said))
        ways = [ways[at % len(ways)] + said[at % len(said)] for at in range(most)]
    return ways


@cache
def _all(language):
    found = {}
    for file in files(language):
        for key, said in texts(file, gap="\0"):
            found.setdefault(key, []).append(said)
    return found


def said(key, whole=True):
    """A text as Playwright finds it, whatever fills its gaps; alone, or among others. Another language
    may have English beside it."""
    language = _spoken[-1]
    return _said(language, key, whole and language == ENGLISH)


@cache
def _said(language, key, whole):
    ways = _all(language).get(key)
    assert ways, f"no file of words has {key!r}: change the table in words.py"
    ways = [re.escape(way).replace(re.escape("\0"), ".+") for way in ways]
    # Letters that are typed in two ways are one here.
    ways = [re.sub("['’]", "['’]", way).replace(r"\ ", r"\s+") for way in ways]
    either = f"(?:{'|'.join(ways)})"
    return re.compile(rf"^\s*{either}\s*$" if whole else either)
