"""Whom a sentence gives its claim to: the subject of a verb of saying, `according to …`, somebody's report, or a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Note
from generator.evidence.attribution import quotation_at, spoken_by
from generator.evidence.quotes import Match
from generator.evidence.subject import named_before, published, telling
from generator.model.entity import Entity
from generator.model.fact import Fact, Figure
from generator.model.ledger import Ledger
from generator.model.names import is_named
from generator.model.pointers import Stance
from generator.reading.articles import Article

_SAID = (
    r"(?:claim|alleg|argu|stat|announc|disclos|not|estimat|declar|conced)(?:es?|s|ed)|(?:said|says?|told|tells?|wrote|writes?|thinks?|thought|sp[eo]ke)"
    r"|(?:report|insist|assert|maintain|contend|add|explain|stress|boast|suggest|reckon|warn|reveal|confirm|acknowledg|believ|suspect|calculat|admitt|admit|put|expect|predict)(?:e?s|e?d)?"
)
_WORK = (
    r"(?:claims?|papers?|reports?|announcements?|statements?|estimates?|figures?|numbers|stud(?:y|ies)|blog(?: posts?)?|posts?|filings?|model cards?|technical reports?|analys[ei]s"
    r"|calculations?|press releases?|releases?|accounts?|words|assertions?|allegations?|boasts?|letters?|documents?|data|records|website|revelations?|disclosures?)"
)
_VERB = re.compile(rf"\b(?:{_SAID})\b", re.I)
_TELLS = rf"(?:{_SAID}|puts?|g[ai]ves?|shows?|showed|finds?|found|lists?|sets?|names?|named|that|speaks?)"
_BY = (
    re.compile(r"\b(?:according to|in the words of|as told by)\s(?P<who>[^.;:()]{2,80})", re.I),
    re.compile(r"[\"”]\s(?:said|says|told|wrote|added|argued)\s(?P<who>[A-Z][^,.;:()]{1,60})"),
    re.compile(rf"\b{_WORK}\s(?:by|from|of)\s(?P<who>[^,.;:()]{{2,60}}?)\s{_TELLS}\b", re.I),
    re.compile(rf"\b(?:in|from)\s(?P<who>[^,.;:()]{{2,60}})[’']s?\s(?:[\w-]+\s){{0,2}}?{_WORK}\b", re.I),
)
"""Where those who say it are named behind the words that say so."""
_OWN = re.compile(
    rf"(?P<who>[^.;:()]{{1,80}})[’']s?\s(?:[\w-]+\s){{0,2}}?{_WORK}\s(?:[\w-]+\s){{0,2}}?{_TELLS}\b", re.I
)
_ASIDE = re.compile(
    r",\s(?:(?:also|partly|long|itself)\s)?(?:backed|led|owned|founded|funded|based|run|headed|supported|financed|advised|named|known|spun|followed|flanked|joined|paid|bought"
    r"|which|who|whose|where|once|an?|the|its|including|unlike|like|with|along|together|after|a unit|part|formerly|citing|quoting)\b[^,;:]{0,100},"
)
_BOUNDARY = re.compile(
    r"[,;:()\"“”]|\s[-–—]\s|\s(?:and|but|while|whereas|although|though|because|since|when|that|if|as|which|who)\s"
)
_MEANT = re.compile(r"\W*(?:the|he|she|it|they|this|that|his|her|its|their)\b", re.I)
_PAIRED = re.compile(r"[A-Z][\w’'.-]*\sand\s\Z")
_OF_SOMETHING = re.compile(
    r"\s(?:of|at|from|for|in|on|behind|by|with|against|about|near|over|to|after|backed|led|owned|founded)\s.*"
)
_VOICE = (
    r"(?:spokes\w+|chief|ceo|cfo|cto|head|president|chair\w*|director|founders?|officials?|management|team|researchers?|engineers?|scientists?|lawyers?|executives?"
    r"|boss|authors?|leaders?)"
)
_SPEAKS_FOR = re.compile(rf"[’']s?\s(?:[\w-]+\s){{0,3}}?{_VOICE}\b", re.I)
_VOICE_OF = re.compile(rf"\b{_VOICE}\s(?:\w+\s)?(?:for|of|at)\s", re.I)


def wrong_claimant(
    ledger: Ledger, fact: Fact, index: int, article: Article, found: Match
) -> Iterator[Diagnostic]:
    """`wrong-claimant`: the sentence gives the claim to somebody else, or to nobody and the source is not the claimant's own."""
    claimant = ledger.entities.get(fact.claimed_by or "")
    if claimant is None or fact.evidence[index].stance is not Stance.SUPPORTS:
        return
    start, end = telling(article, found.sentence, fact.value) if isinstance(fact, Figure) else found.sentence
    speech = quotation_at(article, found.start, found.end)
    if speech and spoken_by(speech, claimant, article):
        return
    givers = tuple(_givers(article.text[start:end]))
    known = tuple(_known(ledger, givers, named_before(ledger, article, found.block, start)))
    if claimant in known or (not known and published(ledger, fact, index, claimant)):
        return
    others = " or ".join(sorted({each.name for each in known})) or "nobody"
    headline = f"{fact.id} is claimed by {claimant.name}, the passage gives the claim to {others}"
    hint = "name whom the passage names, or quote the words that say who claims it"
    note = Note("the passage", article.place(start, end))
    yield Diagnostic("wrong-claimant", ledger.place(fact, "claimed_by"), headline, hint, (note,))


def _givers(sentence: str) -> Iterator[tuple[str, str]]:
    """The words by which a sentence names those who say what it says, and what stands before each."""
    plain = sentence
    while (shorter := _ASIDE.sub(" ", plain)) != plain:
        plain = shorter
    for pattern in _BY:
        yield from ((found["who"], plain[: found.start()]) for found in pattern.finditer(plain))
    for found in _OWN.finditer(plain):
        yield from _subjects(found["who"])
    for found in _VERB.finditer(plain):
        yield from _subjects(plain[: found.start()].rstrip())


def _subjects(text: str) -> Iterator[tuple[str, str]]:
    """What ends a text as the subject of a verb, with another name by its side or before it, and what stands before."""
    ends = [0, *(found.end() for found in _BOUNDARY.finditer(text))]
    pieces = [
        (text[start:end], text[:start]) for start, end in zip(ends, [*ends[1:], len(text)], strict=True)
    ]
    pieces = [(piece.strip(), before) for piece, before in pieces if piece.strip(" ,")]
    last = pieces[-1:]
    if text.endswith(",") or (last and _PAIRED.search(last[0][1])):
        last = pieces[-2:]
    yield from ((re.sub(r"[,\s]+(?:and)?\s*\Z", "", piece), before) for piece, before in last)


def _known(ledger: Ledger, givers: Sequence[tuple[str, str]], earlier: str) -> Iterator[Entity]:
    """The entities that those words mean; `he` or `the company` are those named last before, `many` are nobody."""
    for words, before in givers:
        pieces = words.split(", ")
        head = next((each for each in pieces if _named(ledger, each)), pieces[0])
        head = head if _VOICE_OF.search(head) else _OF_SOMETHING.sub("", head)
        if named := _named(ledger, head):
            yield from _heads(named, head)
        elif _MEANT.match(head):
            yield from _named(ledger, before) or _named(ledger, earlier)


def _named(ledger: Ledger, text: str) -> list[Entity]:
    return [each for each in ledger.entities.values() if is_named(each, text)]


def _heads(entities: Sequence[Entity], words: str) -> Iterator[Entity]:
    """The one named last in a subject, where it is the subject itself or speaks for it."""
    ends = {
        each: max(
            (found.end(), len(name))
            for name in (each.name, *each.aliases)
            for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", words)
        )
        for each in entities
        if is_named(each, words)
    }
    last = max(end for end, _ in ends.values())
    rest = words[last:]
    if not re.match(r"[’']s?\s\w", rest) or _SPEAKS_FOR.match(rest):
        yield from (each for each, (end, _) in ends.items() if end == last)
