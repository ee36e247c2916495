"""What must hold of a page in the browser, one function for each; each answers with complaints, so
that a page names all its faults at once. `test_controls` shows that each can complain."""

from functools import cache, wraps
from importlib.resources import files

from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# A thumb's width, in CSS pixels.
THUMB = 44
# Tabs pressed on one page: enough for every page of a parent's, and the start of long tables.
TABS = 120


def _check(complaints):
    """Asked to the end: Playwright cannot be called by a generator that is thrown away half-way."""

    @wraps(complaints)
    def asked(*given, **named):
        return list(complaints(*given, **named))

    return asked


@cache
def _axe():
    return (files("axe_playwright_python") / "axe.min.js").read_text()


@_check
def axe(page: Page):
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_axe())
    found = page.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", WCAG
    )
    for fault in found["violations"]:
        for node in fault["nodes"]:
            yield f"axe {fault['id']}: {node['html'][:200]}"


@_check
def heading_and_title(page: Page):
    headings = page.locator("h1").all_inner_texts()
    if len(headings) != 1 or not headings[0].strip():
        yield f"one h1 is wanted, there are {headings}"
    title = page.title()
    if not title.strip():
        yield "the title is empty"
    elif not title.partition(" – ")[0].strip() or " – " not in title:
        yield f"the title {title!r} does not say which page of whose it is"


@_check
def sideways(page: Page):
    """Nothing beside the screen, nor at 320 px."""
    yield from _too_wide(page, "as it is")
    with _size(page, 320):
        yield from _too_wide(page, "at 320 px")


@_check
def text_at_twice_its_size(page: Page):
    """By the text alone on a phone, and as a browser zooms a wide screen."""
    with _size(page, 640):
        yield from _too_wide(page, "at 200 % of 1280 px")
    with _size(page, 360):
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        yield from _too_wide(page, "with text at 200 %")
        yield from (f"text at 200 % is cut: {cut}" for cut in page.evaluate(CUT))
        page.evaluate("document.documentElement.style.fontSize = ''")


@_check
def large_enough_to_press(page: Page):
    page.evaluate("document.activeElement.blur()")
    for what, width, height in page.evaluate(ACTIONS):
        if height < THUMB or width < THUMB:
            yield f"{what} is {width:.0f} by {height:.0f} px"


@_check
def focus_order(page: Page, below_each_other):
    """Tab goes through everything that takes it as the document does, shows where it is, and where
    all stands below each other never goes back up. The last is not asked of wide screens."""
    wanted = page.evaluate(FOCUSABLE)[:TABS]
    page.evaluate(TO_THE_TOP)
    got, above = [], float("-inf")
    for _ in wanted:
        page.keyboard.press("Tab")
        what, seen, top, low = page.evaluate(FOCUSED)
        got.append(what)
        if not seen:
            yield f"nothing shows that the focus is on {what}"
        if below_each_other and low <= above + 1:
            yield f"the focus goes back up to {what}"
        above = top
    for place, (want, have) in enumerate(zip(wanted, got)):
        if want != have:
            yield f"tab {place + 1} goes to {have}, not to {want}"
            return


@_check
def errors_name_their_fields(page: Page):
    """All at once, in a summary whose links lead to the fields, and at each field."""
    yield from page.evaluate(ERRORS)


def _too_wide(page: Page, when):
    width, view, widest = page.evaluate(WIDEST)
    if width > view:
        yield f"{when} the page is {width} px wide; beside the screen: {widest}"


class _size:
    """Another width for a while."""

    def __init__(self, page, width):
        self.page, self.width = page, width

    def __enter__(self):
        self.was = self.page.viewport_size
        self.page.set_viewport_size({"width": self.width, "height": self.was["height"]})

    def __exit__(self, *_):
        self.page.set_viewport_size(self.was)


NAMED = """
    const named = one => '<' + one.tagName.toLowerCase() + (one.id ? ' id=' + one.id : '') + '> '
        + (one.getAttribute('aria-label') || one.innerText || one.value || one.name || '')
            .trim().replace(/\\s+/g, ' ').slice(0, 60);
    const shown = one => one.checkVisibility({ visibilityProperty: true })
        && one.getClientRects().length > 0;
"""

WIDEST = f"""() => {{ {NAMED}
    const view = document.documentElement.clientWidth;
    const outside = [...document.body.querySelectorAll('*')].filter(one =>
        shown(one) && one.getBoundingClientRect().right > view + 1
        && ![...one.children].some(inner => inner.getBoundingClientRect().right > view + 1));
    return [document.documentElement.scrollWidth, view, outside.slice(0, 5).map(named).join(', ')];
}}"""

# Text in a box that hides what does not fit. A box that scrolls hides nothing.
CUT = f"""() => {{ {NAMED}
    return [...document.body.querySelectorAll('*')].filter(one => {{
        const style = getComputedStyle(one);
        const hides = side => ['hidden', 'clip'].includes(style['overflow' + side]);
        const text = one.innerText && one.clientWidth > 1 && one.clientHeight > 1;
        return shown(one) && text && ((hides('X') && one.scrollWidth > one.clientWidth + 1)
            || (hides('Y') && one.scrollHeight > one.clientHeight + 1));
    }}).map(named);
}}"""

# Buttons, what opens and shuts, and links that look like buttons: with a border or a ground of their
# own. The skip link is for a keyboard.
ACTIONS = f"""() => {{ {NAMED}
    const drawn = one => {{
        const style = getComputedStyle(one);
        const line = ['Top', 'Right', 'Bottom', 'Left'].every(side =>
            style['border' + side + 'Style'] !== 'none' && style['border' + side + 'Width'] !== '0px');
        return style.display !== 'inline' && (line || style.backgroundColor !== 'rgba(0, 0, 0, 0)');
    }};
    const all = document.querySelectorAll(
        'button, input[type=submit], input[type=button], summary, [role=button], a[href]');
    return [...all].filter(one => shown(one) && !one.matches('.skip, [href="#main"]'))
        .filter(one => one.tagName !== 'A' || one.matches('[role=button]') || drawn(one))
        .map(one => {{ const box = one.getBoundingClientRect();
            return [named(one), box.width, box.height]; }});
}}"""

# Wherever the last press was, the next tab begins at the top.
TO_THE_TOP = """() => {
    scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
}"""

# As the browser has them: one stop for a group of radios, and what scrolls with nothing to stop at.
FOCUSABLE = f"""() => {{ {NAMED}
    const stops = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const scrolls = one => {{
        const style = getComputedStyle(one);
        const moves = side => ['auto', 'scroll'].includes(style['overflow' + side]);
        return !one.matches('html, body') && !one.querySelector(stops)
            && ((moves('X') && one.scrollWidth > one.clientWidth)
                || (moves('Y') && one.scrollHeight > one.clientHeight));
    }};
    const all = document.body.querySelectorAll('*');
    return [...all].filter(one => shown(one) && !one.disabled
        && ((one.matches(stops) && one.tabIndex >= 0) || scrolls(one))
        && one.type !== 'hidden'
        && !(one.type === 'radio' && one !== (
            document.querySelector(`input[type=radio][name="${{one.name}}"]:checked`)
            || document.querySelector(`input[type=radio][name="${{one.name}}"]`)))
    ).map(named);
}}"""

FOCUSED = f"""() => {{ {NAMED}
    const one = document.activeElement, style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const seen = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
        || style.boxShadow !== 'none';
    return [named(one), seen, box.top + scrollY, box.bottom + scrollY];
}}"""

# A group of boxes or radios is described as a whole, by its fieldset.
ERRORS = f"""() => {{ {NAMED}
    const found = [];
    const summary = document.querySelector('main [role=alert]');
    if (!summary) return ['there is no summary with role=alert'];
    const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
    const links = [...summary.querySelectorAll('a[href^="#"]')];
    if (!links.length) return ['the summary leads to no field'];
    const described = field => [field, field.closest('fieldset')].filter(Boolean)
        .flatMap(one => (one.getAttribute('aria-describedby') || '').split(' '))
        .map(id => id && document.getElementById(id)).filter(Boolean)
        .map(one => one.innerText).join(' ');
    const ends = links.map(link => document.querySelector(link.getAttribute('href')));
    links.forEach((link, at) => {{
        const end = ends[at];
        if (!end) return found.push(named(link) + ' leads nowhere');
        if (!end.matches('input, select, textarea') && end.tabIndex < 0)
            found.push(named(link) + ' leads to what takes no focus');
        if (!described(end).includes(link.innerText.trim()))
            found.push(named(link) + ' is not said at its field');
    }});
    for (const field of wrong) {{
        const group = field.closest('fieldset');
        if (!described(field)) found.push(named(field) + ' is not described by its error');
        if (!ends.some(end => end && (end === field || (group && group.contains(end)))))
            found.push(named(field) + ' has no link in the summary');
    }}
    return found;
}}"""
