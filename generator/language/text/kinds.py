"""What a piece of text is by its words: the caption of a picture, promotion, or a heading."""

from __future__ import annotations

import re
from functools import cache

from generator.language.lexicon import entries, spelled_out, texts
from generator.language.text.sentences import sentences

HEADING_LENGTH = 180
"""A heading is shorter, in characters."""
_LONGEST_CAPTION = 60
"""Words; a block that ends with a credit and is longer is a paragraph."""
_ENDS_SENTENCE = re.compile(r"[.!…:][”\"’')\]]*\s*\Z")
_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u26a1\u2728]")
_SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"")
_REPEATED = 12
"""A block of more words that stands twice is no refrain."""


def is_caption(text: str) -> bool:
    """Whether `text` is the caption of a picture, chart or map."""
    label, showing, credit = _captions()
    if label.match(text):
        return True
    if showing.match(text) and not _ENDS_SENTENCE.search(text):
        return True
    return len(text.split()) <= _LONGEST_CAPTION and bool(credit.search(text))


def is_promotion(text: str, *, repeated: bool) -> bool:
    """Whether `text` invites the reader to subscribe, click or buy; one that is `repeated` needs fewer signs of it."""
    invites, objects, address, labels = _promotions()
    if labels.match(text):
        return True
    plain = _SPEECH.sub(" ", text).replace("'", "’")
    for start, end in sentences(plain):
        sentence = plain[start:end]
        if invites.match(sentence) and (objects.search(sentence) or _EMOJI.search(sentence)):
            return True
    signs = bool(objects.search(plain)) or bool(_EMOJI.search(plain))
    return bool(address.search(plain)) and (signs or (repeated and len(text.split()) > _REPEATED))


def is_heading(text: str) -> bool:
    """Whether `text` stands alone as a heading does: one short line that ends no sentence."""
    short = "\n" not in text and len(text) <= HEADING_LENGTH
    return short and text[:1] not in '“"‘«' and not _ENDS_SENTENCE.search(text)


@cache
def _captions() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What begins with a label, what begins like `Map showing`, what ends with a credit."""
    nouns, following, credits_, agencies = (
        _any("captions", key) for key in ("nouns", "following", "credits", "agencies")
    )
    number = r"\s?\d{1,3}[a-z]?"
    label = (
        rf"[\[(](?:{nouns})(?:{number})?[\])]|(?:{nouns})(?:(?:{number})?\s?[:|]|{number}(?:\s[–—|-]\s|\.\s))"
    )
    showing = rf"(?:an? |the )?(?:{nouns})s?\s(?:{following})\b"
    said = rf"(?:{credits_})(?:\s?[:/]|\s(?:by|of|courtesy|credit)\b)"
    credit = rf"[(\[]\s?(?i:{said})[^()\[\]]{{1,80}}[)\]]\.?\s*\Z|(?<=[.!?”\")] )(?i:{said})[^.!?]{{1,60}}(?:\.[^.!?]{{1,20}})?\.?\s*\Z"
    agency = rf"(?:/|(?<=[.!?”\")] ))(?:{agencies})\.?\s*\Z"
    return re.compile(label, re.I), re.compile(showing, re.I), re.compile(f"{credit}|{agency}")


@cache
def _promotions() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What begins an invitation, what is offered, what only means the reader, and what is a label."""
    verbs, objects, address, labels = (
        _any("promotion", key) for key in ("verbs", "objects", "address", "labels")
    )
    return (
        re.compile(rf"(?:(?:please|so|and|then|want more\?) )?(?:{verbs})\b", re.I),
        re.compile(rf"(?<!\w)(?:{objects})(?!\w)", re.I),
        re.compile(rf"\b(?:{address})\b", re.I),
        re.compile(rf"\W*(?:{labels})\W*\Z|(?:{labels}):\s", re.I),
    )


def _any(name: str, key: str) -> str:
    """A pattern for any of the phrases below `key`, the longest first."""
    found = {phrase for entry in entries(name) for each in texts(entry, key) for phrase in spelled_out(each)}
    return "|".join(re.escape(phrase) for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)))
