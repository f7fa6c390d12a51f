"""Whether a quote is verbatim in its article, once, in a passage that counts, and not cut so that it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.evidence.cuts import left_out
from generator.evidence.nearness import closest
from generator.language.text.folds import Folded, fold, folds_between
from generator.reading.articles import Article, Block, BlockKind

_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
_BRACKETED = re.compile(r"\[([A-Za-z])\]")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9“]|\s*\Z)")
FEWEST_WORDS = 3


class Reason(StrEnum):
    """Why a quote does not count."""

    NOT_FOUND = "not-found"
    NOT_UNIQUE = "not-unique"
    IN_FILLER = "in-filler"
    IN_CAPTION = "in-caption"
    ACROSS_PARAGRAPHS = "across-paragraphs"
    TOO_SHORT = "too-short"
    CUT_OFF = "cut-off"
    SPLICED = "spliced"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quote stands: offsets into the article's text, its block, the folds it needed, its whole sentences."""

    start: int
    end: int
    block: int
    folds: frozenset[str]
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Miss:
    """Why a quote does not count; `closest` is the nearest passage, `places` where it stands, `detail` the words."""

    reason: Reason
    closest: str = ""
    places: tuple[tuple[int, int], ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Hit:
    block: int
    start: int
    end: int
    gaps: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Passages:
    """An article made ready to look for quotes in: each of its blocks folded once, and the whole."""

    article: Article
    folded: tuple[Folded, ...]
    whole: Folded


def passages(article: Article) -> Passages:
    """`article` folded, for any number of quotes."""
    return Passages(article, tuple(fold(block.text) for block in article.blocks), fold(article.text))


def find_quote(within: Passages, quote: str, *, prefix: str = "", suffix: str = "") -> Match | Miss:
    """Where `quote` stands `within` an article; `prefix` and `suffix` (W3C Web Annotation) choose among several places."""
    words = fold(quote).text.strip()
    if len(words.split()) < FEWEST_WORDS and not any(map(str.isdigit, words)):
        return Miss(Reason.TOO_SHORT)
    article, folded = within.article, within.folded
    hits = list(_hits(folded, words))
    around = fold(prefix).text.strip(), fold(suffix).text.strip()
    hits = [hit for hit in hits if _surrounded(folded[hit.block].text, hit, *around)]
    counting = [
        hit for hit in hits if article.blocks[hit.block].kind not in (BlockKind.CAPTION, BlockKind.FILLER)
    ]
    if not counting:
        return _miss(within, words, hits)
    if len(counting) > 1:
        return Miss(Reason.NOT_UNIQUE, places=tuple(_span(article.blocks, folded, hit) for hit in counting))
    return _judged(article, quote, folded[counting[0].block], counting[0])


def span_of(within: Passages, quote: str) -> tuple[int, int] | None:
    """Where `quote` first stands word for word in the article's own paragraphs, whatever else may be wrong with it."""
    blocks = within.article.blocks
    for hit in _hits(within.folded, fold(quote).text.strip()):
        if blocks[hit.block].kind not in (BlockKind.CAPTION, BlockKind.FILLER):
            return _span(blocks, within.folded, hit)
    return None


def _hits(folded: Sequence[Folded], words: str) -> Iterator[_Hit]:
    """Every place in one block where the parts of the quote stand in their order."""
    parts = [part for part in _ELLIPSIS.split(words) if part]
    patterns = [_pattern(part) for part in parts]
    for index, block in enumerate(folded):
        for first in patterns[0].finditer(block.text) if patterns else ():
            end, gaps = first.end(), []
            for pattern in patterns[1:]:
                following = pattern.search(block.text, end)
                if following is None:
                    break
                gaps.append((end, following.start()))
                end = following.end()
            else:
                yield _Hit(index, first.start(), end, tuple(gaps))


def _pattern(part: str) -> re.Pattern[str]:
    """The part word for word, not beginning or ending inside a word or a number; `[T]here` is `there` too."""
    pieces = _BRACKETED.split(part)
    exact = [
        f"[{piece.lower()}{piece.upper()}]" if place % 2 else re.escape(piece)
        for place, piece in enumerate(pieces)
    ]
    begin = (
        r"(?<![\w])(?<!\d[.,])(?<![-−+$€£¥])"
        if part[:1].isalnum()
        else r"(?<![-−\w])"
        if part[:1] in "$€£¥"
        else ""
    )
    end = r"(?![\w])(?![.,]\d)(?!\s?%)(?!\+)" if part[-1:].isalnum() else ""
    return re.compile(begin + "".join(exact) + end)


def _surrounded(text: str, hit: _Hit, prefix: str, suffix: str) -> bool:
    return text[: hit.start].rstrip().endswith(prefix) and text[hit.end :].lstrip().startswith(suffix)


def _miss(within: Passages, words: str, hits: list[_Hit]) -> Miss:
    article, folded = within.article, within.folded
    if hits:
        kind = article.blocks[hits[0].block].kind
        reason = Reason.IN_CAPTION if kind is BlockKind.CAPTION else Reason.IN_FILLER
        return Miss(reason, places=(_span(article.blocks, folded, hits[0]),))
    if next(_hits([within.whole], words), None) is not None:
        return Miss(Reason.ACROSS_PARAGRAPHS)
    passage, span = closest(article, words)
    return Miss(Reason.NOT_FOUND, passage, (span,) if passage else ())


def _judged(article: Article, quote: str, folded: Folded, hit: _Hit) -> Match | Miss:
    """The match, unless words that govern the quote were left out beside it or behind an ellipsis."""
    start, end = _span(article.blocks, [folded] * (hit.block + 1), hit)
    if any(_splices(folded.text, gap) for gap in hit.gaps):
        return Miss(Reason.SPLICED, places=((start, end),))
    sentence_span = _sentence(folded.text, hit)
    if lost := left_out(folded.text, sentence_span, (hit.start, hit.end), hit.gaps):
        return Miss(Reason.CUT_OFF, places=((start, end),), detail=lost)
    first, last = (article.blocks[hit.block].start + folded.origin[edge] for edge in sentence_span)
    folds = folds_between(quote.strip(), article.text[start:end]) if not hit.gaps else frozenset({"ellipsis"})
    return Match(start, end, hit.block, folds, (first, last))


def _splices(text: str, gap: tuple[int, int]) -> bool:
    """Whether what an ellipsis hides joins two speakers, or half a sentence to another sentence's half."""
    hidden = text[slice(*gap)]
    if hidden.count('"') > 1:
        return True
    ends = [found for found in _SENTENCE_END.finditer(text) if gap[0] <= found.end() <= gap[1]]
    if not ends:
        return False
    whole_before = not text[gap[0] : ends[0].start()].strip()
    whole_after = not text[ends[-1].end() : gap[1]].strip()
    return not (whole_before and whole_after)


def _sentence(text: str, hit: _Hit) -> tuple[int, int]:
    """The sentences that the match stands in, from the first character to the last."""
    begin, end = 0, len(text)
    for found in _SENTENCE_END.finditer(text):
        if found.end() <= hit.start:
            begin = found.end()
        elif found.end() >= hit.end:
            end = found.end()
            break
    while begin < len(text) and text[begin] == " ":
        begin += 1
    return begin, end


def _span(blocks: tuple[Block, ...], folded: Sequence[Folded], hit: _Hit) -> tuple[int, int]:
    origin = folded[hit.block].origin
    start = blocks[hit.block].start
    return start + origin[hit.start], start + origin[hit.end - 1] + 1
