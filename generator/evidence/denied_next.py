"""Whether the sentence after a quote takes back what the quote says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Note
from generator.evidence.quotes import Match
from generator.evidence.subject import telling
from generator.model.base_fact import Modality
from generator.model.fact import Argument, Fact, Figure, Quotation
from generator.model.ledger import Ledger
from generator.model.pointers import Stance
from generator.reading.articles import Article, BlockKind

_BUT = r"(?:(?:but|however|yet|still|and|in (?:fact|truth|reality)|later|actually|today),?\s)*"
_MATTER = r"(?:th(?:at|is|e|ose|ese|at last)\s)?(?:\w+\s)?(?:figure|number|sum|amount|claim|report|story|statement|total|value|price|cost|estimate|rumou?r|announcement|news)s?"
_IT = rf"(?:th(?:at|is|ose|ese)|it|both|all (?:of )?(?:this|that)|none of (?:this|that|it)|{_MATTER})"
_FALSE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|fake|fiction|fictitious|nonsense|invented|made up|made-up|exaggerated|overstated|misreported|mistaken|bogus"
    r"|denied|disputed|rejected|refuted|debunked|withdrawn|retracted|revised|corrected|contested|doubtful|in doubt|disproved|disproven|misleading|an? (?:lie|myth|hoax|rumou?r|joke|mistake|error|exaggeration|typo|misprint))"
)
_TRUE = r"(?:true|so|correct|right|accurate|the case|what happened|real|confirmed)"
_IS = r"(?:is|was|are|were|has been|have been|had been|proved|proves|turned out|turns out|seems?|looks?|has since been|was since|[’']s)"
_DENIES = (
    r"(?:denie[sd]|den(?:y|ying)|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|retract(?:s|ed)?|withdrew|withdraws|took back|takes back|correct(?:s|ed)"
    r"|contradict(?:s|ed)|dismiss(?:es|ed)|contest(?:s|ed)|debunk(?:s|ed)|question(?:s|ed)|walked back|backed away from|apologi[sz]ed for)"
)
_TAKES_BACK = re.compile(
    rf"\A[\s\"“(\[—–-]*{_BUT}(?:"
    rf"{_IT}\s?{_IS}\s(?:(?:later|since|now|then|simply|just|quickly|completely|entirely|totally|to be|\w+ly)\s){{0,3}}(?:{_FALSE}|not\s(?:\w+ly\s)?{_TRUE})\b"
    rf"|{_IT}\s(?:isn|wasn|aren|weren)[’']t\s(?:\w+ly\s)?{_TRUE}\b"
    rf"|none of (?:this|that|it) {_IS} {_TRUE}\b"
    rf"|{_IT}\s(?:never|did(?:\snot|n[’']t))\s(?:happen(?:ed)?|come|came|exist(?:ed)?|hold|held|stand|stood)\b"
    rf"|(?:[\w’'.-]+\s){{1,6}}?{_DENIES}\s(?:{_IT}|having\s(?:done|said)|doing\sso|saying\sso)\b"
    rf"|(?:[\w’'.-]+\s){{1,5}}?(?:says?|said|insists?|insisted)\s(?:that\s)?{_IT}\s?(?:{_IS}\s(?:{_FALSE}|not\s{_TRUE})|(?:isn|wasn)[’']t\s{_TRUE})\b"
    rf"|they\s(?:are|were)\s(?:all\s)?(?:wrong|mistaken|lying)\b|or\s(?:so\s(?:it|he|she|they)|did|was|is|has)\b"
    rf"|(?:not so|not true|untrue|false|wrong|nonsense|no)[.!]"
    rf"|(?:[\w’'.-]+\s){{1,3}}?(?:did(?:\snot|n[’']t)|has(?:\snot|n[’']t)|was(?:\snot|n[’']t)|never did)[.!]"
    rf"|there (?:is|was) no truth (?:in|to) (?:it|this|that|the)\b"
    rf")",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+")
_LONGEST = 20
"""Words of a sentence that does nothing but take back the one before."""


def denied_next(
    ledger: Ledger, fact: Fact, index: int, article: Article, found: Match
) -> Iterator[Diagnostic]:
    """`denied-next`: a short sentence right behind says that it is not so. What somebody claims stays claimed, and what was said stays said."""
    if fact.evidence[index].stance is not Stance.SUPPORTS or isinstance(fact, Quotation | Argument):
        return
    if fact.modality is Modality.CLAIMED:
        return
    told = telling(article, found.sentence, fact.value) if isinstance(fact, Figure) else found.sentence
    start, sentence = _next(article, found.block, told[1])
    if not takes_back(sentence):
        return
    headline = f"{fact.id}: the sentence behind its quote takes back what it says (“{sentence}”)"
    hint = "leave the fact out, or write who claims it: `modality: claimed` and `claimed_by`"
    note = Note("it stands here", article.place(start, start + len(sentence)))
    yield Diagnostic("denied-next", ledger.place(fact, "evidence", index, "quote"), headline, hint, (note,))


def takes_back(sentence: str) -> bool:
    """Whether a sentence does nothing but deny the one before it."""
    return len(sentence.split()) <= _LONGEST and bool(_TAKES_BACK.match(sentence))


def _next(article: Article, block: int, after: int) -> tuple[int, str]:
    """The sentence that begins after an offset, in its paragraph or the next one."""
    rest = _first(article.text, after, article.blocks[block].end)
    following = (
        each for each in article.blocks[block + 1 :] if each.kind not in (BlockKind.CAPTION, BlockKind.FILLER)
    )
    beyond = next(following, None)
    if rest[1] or beyond is None or beyond.kind is not BlockKind.PARAGRAPH:
        return rest
    return _first(article.text, beyond.start, beyond.end)


def _first(text: str, start: int, end: int) -> tuple[int, str]:
    """The first sentence of a stretch of text, without the space around it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    stop = _SENTENCE_END.search(text, start, end)
    return start, text[start : stop.end() if stop else end].strip()
