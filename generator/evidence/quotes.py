"""Whether a quote is verbatim in its article, once, in a passage that counts, and not cut so that it changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.evidence.cuts import left_out
from generator.evidence.nearness import closest
from generator.evidence.speaking import interrupted
from generator.language.text import sentences
from generator.language.text.blocks import plain
from generator.language.text.folds import Folded, fold, folds_between
from generator.reading.articles import Article, Block, BlockKind

_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.)\s*")
_BRACKETED = re.compile(r"\[([A-Za-z])\]")
_CLOSING = " .!?…\"')]"
_ALONE = re.compile(r"(?<!\S)[|*+•-]+(?!\S)")
"""Marks of tables and lists that stand alone, in a quote over several rows or items."""
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
    sentences: tuple[tuple[tuple[int, int], ...], ...]
    """Of each block, in its folded text; a row of a table is one."""
    whole: Folded


def passages(article: Article) -> Passages:
    """`article` folded, for any number of quotes."""
    folded = tuple(fold(block.text) for block in article.blocks)
    spans = tuple(
        ((0, len(each.text)),) if block.kind is BlockKind.TABLE_ROW else sentences(each.text)
        for block, each in zip(article.blocks, folded, strict=True)
    )
    return Passages(article, folded, spans, fold(article.text))


def find_quote(within: Passages, quote: str, *, prefix: str = "", suffix: str = "") -> Match | Miss:
    """Where `quote` stands `within` an article; `prefix` and `suffix` (W3C Web Annotation) choose among several places."""
    words = fold(quote).text.strip()
    short = len(words.split()) < FEWEST_WORDS and not any(map(str.isdigit, words))
    if short and not _is_all_that_is_said(within.article, words):
        return Miss(Reason.TOO_SHORT)
    article, folded = within.article, within.folded
    around = fold(prefix).text.strip(), fold(suffix).text.strip()
    for reading in _readings(within, quote, words):
        hits = [hit for hit in reading if _surrounded(folded[hit.block].text, hit, *around)]
        if hits:
            break
    counting = [hit for hit in hits if article.blocks[hit.block].is_evidence]
    if not counting:
        return _miss(within, words, hits)
    if len(counting) > 1:
        return Miss(Reason.NOT_UNIQUE, places=tuple(_span(article.blocks, folded, hit) for hit in counting))
    return _judged(within, quote, counting[0])


def _is_all_that_is_said(article: Article, words: str) -> bool:
    """Whether the words are the whole of a quotation in the article: `“We’ll see,” she said`."""
    bare = words.strip(_CLOSING + ",")
    return bool(bare) and any(
        fold(each.text).text.strip(_CLOSING + ",") == bare for each in article.quotations
    )


def _readings(within: Passages, quote: str, words: str) -> Iterator[Sequence[_Hit]]:
    """Where the quote stands as it is written; else where what a reader sees of its markup does; else in a row, without its pipes."""
    yield list(_hits(within.folded, words))
    seen = fold(plain(quote)).text.strip()
    if seen and seen != words:
        yield list(_hits(within.folded, seen))
    yield [
        hit
        for hit in _hits(within.folded, seen or words, between_cells=True)
        if within.article.blocks[hit.block].kind is BlockKind.TABLE_ROW
    ]


def span_of(within: Passages, quote: str) -> tuple[int, int] | None:
    """Where `quote` first stands word for word in the article's own paragraphs, whatever else may be wrong with it."""
    blocks = within.article.blocks
    for hit in _hits(within.folded, fold(quote).text.strip()):
        if blocks[hit.block].is_evidence:
            return _span(blocks, within.folded, hit)
    return None


def _hits(folded: Sequence[Folded], words: str, *, between_cells: bool = False) -> Iterator[_Hit]:
    """Every place in one block where the parts of the quote stand in their order, each space for a pipe too if `between_cells`."""
    parts = [part for part in _ELLIPSIS.split(words) if part]
    patterns = [_pattern(part, space=r"(?:\ \|)?\ " if between_cells else r"\ ") for part in parts]
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


def _pattern(part: str, *, space: str) -> re.Pattern[str]:
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
    return re.compile(begin + "".join(exact).replace(r"\ ", space) + end)


def _surrounded(text: str, hit: _Hit, prefix: str, suffix: str) -> bool:
    return text[: hit.start].rstrip().endswith(prefix) and text[hit.end :].lstrip().startswith(suffix)


def _miss(within: Passages, words: str, hits: list[_Hit]) -> Miss:
    article, folded = within.article, within.folded
    if hits:
        kind = article.blocks[hits[0].block].kind
        reason = Reason.IN_CAPTION if kind is BlockKind.CAPTION else Reason.IN_FILLER
        return Miss(reason, places=(_span(article.blocks, folded, hits[0]),))
    if _across(within.whole.text, words):
        return Miss(Reason.ACROSS_PARAGRAPHS)
    passage, span = closest(article, words)
    return Miss(Reason.NOT_FOUND, passage, (span,) if passage else ())


def _across(text: str, words: str) -> bool:
    """Whether the quote stands in the whole text, over the ends of paragraphs, rows or items."""
    bare, there = (" ".join(_ALONE.sub(" ", each).split()) for each in (words, text))
    return next(_hits([Folded(there, ())], bare), None) is not None


def _judged(within: Passages, quote: str, hit: _Hit) -> Match | Miss:
    """The match, unless words that govern the quote were left out beside it or behind an ellipsis."""
    article, folded, spans = within.article, within.folded[hit.block], within.sentences[hit.block]
    start, end = _span(article.blocks, within.folded, hit)
    block = article.blocks[hit.block].start
    gaps = [
        gap for gap in hit.gaps if not _interrupts(article, *(block + folded.origin[edge] for edge in gap))
    ]
    if any(_splices(folded.text, spans, gap) for gap in gaps):
        return Miss(Reason.SPLICED, places=((start, end),))
    sentence_span = _sentence(spans, hit)
    if lost := left_out(folded.text, sentence_span, (hit.start, hit.end), gaps):
        return Miss(Reason.CUT_OFF, places=((start, end),), detail=lost)
    first, last = (block + folded.origin[edge] for edge in sentence_span)
    return Match(start, end, hit.block, _folds(quote, article.text[start:end], hit), (first, last))


def _folds(quote: str, there: str, hit: _Hit) -> frozenset[str]:
    if hit.gaps:
        return frozenset({"ellipsis"})
    alike = fold(quote).text.strip() == fold(there).text.strip()
    return folds_between(quote.strip(), there) if alike else frozenset({"markup"})


def _interrupts(article: Article, start: int, end: int) -> bool:
    """Whether an ellipsis hides nothing but who speaks, in the middle of a sentence: `“Nobody,” Lind said, “is cold.”`."""
    return interrupted(article, start, end) is not None


def _splices(text: str, spans: Sequence[tuple[int, int]], gap: tuple[int, int]) -> bool:
    """Whether what an ellipsis hides joins two speakers, or half a sentence to another sentence's half."""
    hidden = text[slice(*gap)]
    if hidden.count('"') > 1:
        return True
    ends = [end for _, end in spans if gap[0] <= end <= gap[1]]
    if not ends:
        return False
    whole_before = not text[gap[0] : ends[0]].strip(_CLOSING)
    whole_after = not text[ends[-1] : gap[1]].strip()
    return not (whole_before and whole_after)


def _sentence(spans: Sequence[tuple[int, int]], hit: _Hit) -> tuple[int, int]:
    """The sentences that the match stands in, from the first character to the last."""
    begin = max((start for start, _ in spans if start <= hit.start), default=hit.start)
    return begin, min((end for _, end in spans if end >= hit.end), default=hit.end)


def _span(blocks: tuple[Block, ...], folded: Sequence[Folded], hit: _Hit) -> tuple[int, int]:
    origin = folded[hit.block].origin
    start = blocks[hit.block].start
    return start + origin[hit.start], start + origin[hit.end - 1] + 1
