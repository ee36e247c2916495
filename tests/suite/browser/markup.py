"""What is wrong with the HTML of a page as it was sent. html-validate would need Node.js; html5lib
reads by the same standard as browsers do and lists every departure from it, and the rest that matters
to a reader (what refers to nothing, what stands twice, what stands where it may not) is asked here."""

import html5lib

INTERACTIVE = {"a", "button", "input", "select", "textarea", "label", "summary"}
OBSOLETE = {"acronym", "big", "center", "font", "frame", "marquee", "strike", "tt"}
REFERRING = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage")
# The content security policy of pages lets it do nothing. Mails have no other way.
POWERLESS = ("style",)


def complaints(text, powerless=POWERLESS):
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    for (line, column), code, details in parser.errors:
        yield f"line {line}, column {column}: {html5lib.constants.E[code] % details}"
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    yield from _identities(elements)
    yield from _nesting(tree, ())
    for element in elements:
        yield from _alone(element, powerless)


def _identities(elements):
    ids = [element.get("id") for element in elements if element.get("id") is not None]
    for one in sorted({one for one in ids if ids.count(one) > 1 or not one or " " in one}):
        yield f"the id {one!r} stands twice, is empty or has a space"
    for element in elements:
        refers = [one for name in REFERRING for one in element.get(name, "").split()]
        target = element.get("href", "")
        if len(target) > 1 and target[0] == "#":
            refers.append(target[1:])
        for one in refers:
            if one not in ids:
                yield f"<{element.tag}> refers to {one!r}, which is not there"


def _nesting(element, inside):
    name = element.tag if isinstance(element.tag, str) else ""
    held = [outer for outer in inside if outer in ("a", "button")]
    if name in INTERACTIVE and held:
        yield f"<{name}> stands inside <{held[0]}>"
    for child in element:
        yield from _nesting(child, (*inside, name))


def _alone(element, powerless):
    if element.tag in OBSOLETE:
        yield f"<{element.tag}> is obsolete"
    for name in powerless:
        if element.get(name) is not None:
            yield f"<{element.tag}> has the attribute {name!r}"
    for name in element.attrib:
        if name.startswith("on"):
            yield f"<{element.tag}> has the attribute {name!r}"
    if element.tag == "button" and element.get("type") not in ("submit", "button", "reset"):
        yield "<button> does not say its type"
    if element.tag == "img" and element.get("alt") is None:
        yield "<img> has no alt"
    kind = element.get("type", "text")
    if element.tag == "input" and kind not in ("hidden", "submit") and not element.get("name"):
        yield "<input> has no name"
