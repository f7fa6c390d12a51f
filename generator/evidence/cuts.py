"""What a quote leaves out that changes what it says: words that govern it, and the rest of a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.quantities import quantities_in, read_quantity

Span = tuple[int, int]
_NEGATION = (
    r"not|never|no longer|hardly|barely|\w+n't|without|nobody|no one|none|nothing|neither|nor|no evidence|few"
    r"|doubt(?:s|ed)?|den(?:y|ies|ied)|dispute[sd]?|fail(?:s|ed)?|refuse[sd]?|decline[sd]?|unlikely|dismiss(?:es|ed)?|reject(?:s|ed)?"
    r"|refute[sd]?|contradict(?:s|ed)?|rule[sd]? out|s[kc]eptical|unsure|uncertain|unclear|doubtful|too early|far from|instead of"
)
_CONDITION = r"unless|if|whether"
_POSSIBILITY = (
    r"could|might|may|would|should|can|must|maybe|perhaps|possibly|probably|likely|supposedly|apparently|seems?|appears?"
    r"|allegedly|reportedly|rumou?r(?:s|ed)"
)
_PLAN = r"(?:announced )?(?:plans?|intentions?|promises?|aims?|hopes?) (?:to|of)|(?:plan|intend|aim|hope|want|expect|promise|threaten)(?:s|ed|ing)? to|(?:wants?|hopes?) to|will|shall|going to"
_OPINION = (
    r"th(?:ink|inks|ought)|believe[sd]?|expect(?:s|ed)?|fear(?:s|ed)?|suggest(?:s|ed)?|argue[sd]?|claim(?:s|ed)?|sa(?:y|ys|id)"
    r"|hope[sd]?|predict(?:s|ed)?|forecasts?|suspect(?:s|ed)?|assume[sd]?|f(?:eel|eels|elt)|worr(?:y|ies|ied)|warn(?:s|ed)?"
    r"|insist(?:s|ed)?|allege[sd]?|estimate[sd]?|wonder(?:s|ed)?|dream(?:s|ed|t)?"
)
_GOVERNS = rf"{_NEGATION}|{_CONDITION}|{_POSSIBILITY}|{_PLAN}|{_OPINION}"
"""What reaches over the rest of its clause."""
_NARROWS = (
    r"about|around|roughly|nearly|almost|approximately|some|under|over|below|above|at least|at most|up to"
    r"|less than|more than|fewer than|as much as|no more than"
)
"""What reaches over the next words only."""
_LINK = r"a|an|the|just|be|been|have|has|had|do|does|did|is|are|was|were|will|also|only|its|that|to|of|it|any"
_BEGIN = r"(?:^|[\s(\"'-])"
_GOVERNED = re.compile(rf"{_BEGIN}(?P<words>{_GOVERNS})(?!\w)", re.I)
_NARROWED = re.compile(rf"{_BEGIN}(?P<words>(?:{_NARROWS})(?:\s(?:{_LINK}))?)\s\Z", re.I)
_HIDDEN = re.compile(rf"{_BEGIN}(?P<words>{_GOVERNS}|{_NARROWS}|than)(?!\w)", re.I)
_AFTER = re.compile(
    r"\A,?\s(?P<words>or (?:more|less|fewer|over|under|not)|if\b|unless\b|provided\b|as long as\b|at (?:least|most)\b|allegedly"
    r"|reportedly|but not|excluding|except\b|not including|not counting|apart from|in theory|on paper)",
    re.I,
)
_FIGURE = re.compile(
    r"(?:(?:a|an|the|its|just)\s)?(?:[$€£¥₹]|\d|US\$|[A-Z]{3}\s\d|(?P<word>[a-z-]+)\b)", re.I
)
"""How a figure begins: what only narrows the next words narrows a figure."""
_WORD = re.compile(r"\s?\S+")
_CLAUSE = re.compile(r"[;:\"]|\s-\s|,\sand\b|\b(?:but|while|whereas|although|though|yet)\b", re.I)


def left_out(text: str, sentence: Span, quote: Span, gaps: Sequence[Span]) -> str:
    """The first words left out that change what the quote says, empty where there are none (design, section 5).

    `text` is folded; `sentence` is where the quote's sentences stand in it, `gaps` what its ellipses hide.
    """
    before = text[sentence[0] : quote[0]]
    clauses = [found.end() for found in _CLAUSE.finditer(before)]
    clause = before[clauses[-1] if clauses else 0 :]
    found = _NARROWED.search(before) if _begins_with_figure(text, quote[0]) else None
    governing = _reaching(_GOVERNED, text, quote[0] - len(clause), quote[0])
    if governing and not re.search(
        rf"(?<!\w){re.escape(governing['words'])}(?!\w)", text[slice(*quote)], re.I
    ):
        found = (
            found or governing
        )  # a quote that has a `will` of its own is no less certain without the other
    found = found or _AFTER.match(text[quote[1] : sentence[1]])
    found = found or next((each for gap in gaps if (each := _reaching(_HIDDEN, text, *gap))), None)
    if found:
        return found["words"].strip()
    return next(_halved(text, sentence, (*quote, *(edge for gap in gaps for edge in gap))), "")


def _begins_with_figure(text: str, at: int) -> bool:
    found = _FIGURE.match(text, at)
    return found is not None and (not found["word"] or read_quantity(f"{found['word']} ships") is not None)


def _reaching(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """What `pattern` finds from `start` that begins before `end`; its last word may be the first that is quoted."""
    rest = _WORD.match(text, end)
    found = pattern.search(text[start : rest.end() if rest else end])
    return found if found and found.start("words") < end - start else None


def _halved(text: str, sentence: Span, edges: Sequence[int]) -> Iterator[str]:
    """Quantities that an edge of the quote goes through, such as a range of which one end is quoted."""
    for found in quantities_in(text[slice(*sentence)]):
        start, end = found.start + sentence[0], found.end + sentence[0]
        if any(start < edge < end for edge in edges):
            yield text[start:end]
