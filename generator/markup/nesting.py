"""Nesting: every element is closed where it may be, and stands where it may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turbohtml import Token, TokenType, tokenize

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
CLOSED_BY_ITSELF = frozenset(
    "html head body p li dt dd rt rp option optgroup colgroup caption thead tbody tfoot tr td th".split()
)
BLOCKS = frozenset(
    (
        "address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
        "hgroup hr main menu nav ol p pre search section table ul"
    ).split()
)
CLOSES = {
    "li": "li p", "dt": "dt dd p", "dd": "dt dd p", "rt": "rt rp", "rp": "rt rp", "option": "option", "optgroup": "option optgroup",
    "tr": "tr td th p colgroup caption", "td": "td th p", "th": "td th p", "body": "head", "thead": "colgroup caption",
    "tbody": "tr td th p thead tbody colgroup caption", "tfoot": "tr td th p thead tbody colgroup caption",
}  # fmt: skip
SCOPES = frozenset("button td th caption table template object svg math foreignobject html body".split())
PRESSED = frozenset(("a", "button"))
PRESSABLE = frozenset("a button select textarea iframe details".split())
FOREIGN = frozenset(("svg", "math"))

Flaw = tuple[int, int, str]
"""Line, column from 0, and what is wrong."""


def flaws(text: str) -> Iterator[Flaw]:
    """What the tree of a page hides, because a browser mends it without a word.

    https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
    """
    stack: list[Token] = []
    tokens = tokenize(text)
    if not text.lstrip("\ufeff \t\r\n")[:9].lower().startswith("<!doctype"):
        yield 1, 0, "the page has no `<!doctype html>`"
    for token in tokens:
        if token.type is TokenType.START_TAG:
            yield from _opened(stack, token)
        elif token.type is TokenType.END_TAG:
            yield from _closed(stack, token)
    yield from _open(stack)


def _tag(token: Token) -> str:
    return (token.tag or "").lower()


def _opened(stack: list[Token], token: Token) -> Iterator[Flaw]:
    tag = _tag(token)
    closes = CLOSES.get(tag, "").split()
    while stack and _tag(stack[-1]) in closes:
        stack.pop()
    if tag in BLOCKS:
        yield from _leaves_paragraph(stack, token)
    if tag in PRESSABLE:
        around = next((each for each in reversed(stack) if _tag(each) in PRESSED), None)
        if around:
            yield token.line, token.col, f"`<{tag}>` stands in `<{_tag(around)}>`, and both are pressed"
    if tag not in VOID and not (token.self_closing and _is_foreign(stack, tag)):
        stack.append(token)


def _is_foreign(stack: Sequence[Token], tag: str) -> bool:
    return tag in FOREIGN or any(_tag(each) in FOREIGN for each in stack)


def _leaves_paragraph(stack: list[Token], token: Token) -> Iterator[Flaw]:
    """A block ends the paragraph it stands in, which is only fine where nothing else is open there."""
    for index in range(len(stack) - 1, -1, -1):
        tag = _tag(stack[index])
        if tag == "p":
            if index < len(stack) - 1:
                yield token.line, token.col, f"`<{_tag(token)}>` stands in a paragraph, which cannot hold it"
            del stack[index:]
        if tag == "p" or tag in SCOPES:
            return


def _closed(stack: list[Token], token: Token) -> Iterator[Flaw]:
    tag = _tag(token)
    index = next((at for at in range(len(stack) - 1, -1, -1) if _tag(stack[at]) == tag), None)
    if index is None:
        yield token.line, token.col, f"`</{tag}>` closes nothing"
        return
    yield from _open(stack[index + 1 :])
    del stack[index:]


def _open(stack: Sequence[Token]) -> Iterator[Flaw]:
    for token in stack:
        if _tag(token) not in CLOSED_BY_ITSELF:
            yield token.line, token.col, f"`<{_tag(token)}>` is never closed"
