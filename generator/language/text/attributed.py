"""To whom the words beside a quotation give it: the subject of a verb of saying, `according to …`, or a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.language.text.saying import phrases, verbs
from generator.language.text.sentences import sentences

_NAME = r"[A-Z][\w’'.-]*"
_BARE = re.compile(
    rf"(?:{_NAME}|de|van|von|der|den|al|bin|la|le|da|di)(?:\s(?:{_NAME}|de|van|von|der|den|al|bin|la|le|da|di))*\Z"
)
_POSSESSIVE = re.compile(r"[’']s?\s|s[’']\s")
_LABEL = re.compile(rf"(?P<who>(?:{_NAME}\s?){{1,5}}):\Z")
_BOUNDARY = re.compile(
    r"[;:()–—]\s?|,\s|\s(?:and|but|while|that|whether|when|if|because|after|although|though)\s"
)
_LONGEST = 12
"""Words of a subject; a longer one is a sentence of its own."""


def behind(text: str) -> str:
    """Whom the words right behind a quotation name as its speaker, as they name them; empty if nobody."""
    spans = sentences(text)
    clause = text[: spans[0][1]] if spans else ""
    clause = clause.strip(" \n,–—-").rstrip(" .")
    if found := _inverted().match(clause):
        return _phrase(found["who"])
    subject = next(_subjects(clause), "")
    first = subject.split(" ")[0].casefold()
    return "" if first in phrases("no subject") or _ends_in(subject, "passive") else _phrase(subject)


def before(text: str) -> str:
    """Whom the words right before a quotation name as its speaker; empty if nobody."""
    spans = sentences(text)
    if not spans or spans[-1][1] < len(text.rstrip()):
        return ""
    clause = text[slice(*spans[-1])].strip()
    if clause.endswith((".", "!", "?")):
        return ""
    if label := _LABEL.match(clause):
        return label["who"].strip()
    if found := _introducing().search(clause):
        return _subject(clause[: found.start()].strip())
    clause = clause.rstrip(" ,:–—-")
    if found := _sourced().match(clause):
        return _phrase(found["who"])
    subject = next(_subjects(clause, last_first=True), "")
    return "" if _ends_in(subject, "passive") else _subject(subject)


def _subjects(clause: str, *, last_first: bool = False) -> Iterator[str]:
    """What stands before each verb of saying."""
    verbs_ = list(_verb().finditer(clause))
    for found in reversed(verbs_) if last_first else verbs_:
        subject = clause[: found.start()].strip()
        if subject and not _ends_in(subject, "noun"):
            yield subject


def _subject(text: str) -> str:
    """The subject that ends `text`, an apposition between it and its verb included."""
    if text.endswith(","):
        pieces = [piece.strip() for piece in text.strip(" ,").split(", ")]
        head = _bare(_BOUNDARY.split(pieces[-2])[-1]) if len(pieces) > 1 else ""
        return _phrase(f"{head}, {pieces[-1]}" if head else pieces[-1])
    return _phrase(_bare(_BOUNDARY.split(text)[-1]))


def _bare(subject: str) -> str:
    """A subject without the conjunctions before it: `while Mayor Li`, `As Lund`."""
    words = subject.split()
    while words and words[0].casefold() in phrases("no subject"):
        words = words[1:]
    return " ".join(words)


def _phrase(text: str) -> str:
    """A speaker as the text names them: a name, or a role with the name beside it; not where or when they spoke."""
    pieces = [piece.strip() for piece in text.strip(" ,.").split(", ")]
    head = _circumstance().split(pieces[0])[0].strip()
    if not head or len(head.split()) > _LONGEST:
        return ""
    if len(pieces) == 1 or (_BARE.match(head) and not _POSSESSIVE.search(head)):
        return head.rstrip(".")
    beside = _circumstance().split(pieces[1])[0].strip()
    return f"{head}, {beside}".rstrip(".") if _BARE.match(beside) else head.rstrip(".")


def _ends_in(text: str, side: str) -> bool:
    return text.split()[-1:] != [] and text.rsplit(maxsplit=1)[-1].casefold() in phrases(side)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:(?:has|had|have|also|later|then|once)\s)*(?:{verbs()})(?![\w-])")


@cache
def _inverted() -> re.Pattern[str]:
    behind_ = "|".join(map(re.escape, phrases("behind")))
    return re.compile(rf"(?:{verbs()}|{behind_})\s(?P<who>.+)", re.DOTALL)


@cache
def _sourced() -> re.Pattern[str]:
    behind_ = "|".join(map(re.escape, phrases("behind")))
    return re.compile(rf"(?:{behind_})\s(?P<who>.+)", re.I | re.DOTALL)


@cache
def _introducing() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, phrases('colon')))}):\Z")


@cache
def _circumstance() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, phrases('circumstance')))})\b")
