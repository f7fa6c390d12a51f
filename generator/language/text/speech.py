"""Who says what in a text: words between quotation marks, block quotes, turns of a transcript, what follows `said:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.language.text.attributed import before, behind
from generator.language.text.block import Block, BlockKind
from generator.language.text.marks import Marked, marked
from generator.language.text.sentences import sentences

_SIGNED = re.compile(r"(?:\A|\n)\s*[—–-]+\s*(?P<who>[A-Z][^\n.]{1,80})\.?\Z")
_OPENING = "“\"«„‘'"
_FEW = 3
"""Words between two quotations of one sentence: `said “no bridge” was “worth it”`."""
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody says (without marks), their offsets in the visible text, their block.

    `speaker` is whom the text names, in its words (`he`, `Acme’s chief executive, Jane Holt`); empty if nobody.
    """

    text: str
    start: int
    end: int
    block: int
    speaker: str


def speech(blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """Every quotation in `blocks`, in their order."""
    found: list[Quotation] = []
    chain: list[int] = []
    intro = ""
    told = [(index, block) for index, block in enumerate(blocks) if block.is_evidence]
    for place, (index, block) in enumerate(told):
        here = list(_of_block(block, index, intro, carried=bool(chain)))
        following = told[place + 1][1] if place + 1 < len(told) else None
        dangles = bool(here) and _dangles(block, here[-1])
        goes_on = dangles and following is not None and _takes_up(following)
        if chain and here:
            chain.append(len(found))
        if dangles and not goes_on:
            here.pop()
        found.extend(here)
        if goes_on and not chain:
            chain = [len(found) - 1]
        if chain and not goes_on:
            _share(found, chain)
            chain = []
        if block.kind is not BlockKind.QUOTE:
            intro = _introduces(block)
    return tuple(_signed(blocks, found))


def _of_block(block: Block, index: int, intro: str, *, carried: bool) -> Iterator[Quotation]:
    if block.kind is BlockKind.TURN:
        yield _quotation(block, index, Marked(block.said, len(block.text)), block.speaker)
        return
    spans = list(marked(block.text))
    speakers = _speakers(block.text, spans)
    if block.kind is BlockKind.QUOTE and not any(speakers):
        signed = _SIGNED.search(block.text)
        yield _quotation(
            block,
            index,
            Marked(0, signed.start() if signed else len(block.text)),
            signed["who"] if signed else intro,
        )
        return
    if (
        block.kind is BlockKind.PARAGRAPH
        and intro
        and not carried
        and block.text[:1] not in _OPENING
        and not any(speakers)
    ):
        yield _quotation(block, index, Marked(0, len(block.text)), intro)
        return
    for span, speaker in zip(spans, speakers, strict=True):
        begins = intro and not block.text[: max(span.start - 1, 0)].strip()
        yield _quotation(block, index, span, speaker or (intro if begins else ""))


def _quotation(block: Block, index: int, span: Marked, speaker: str) -> Quotation:
    start, end = span.start, span.end
    return Quotation(block.text[start:end], block.start + start, block.start + end, index, speaker)


def _speakers(text: str, spans: Sequence[Marked]) -> list[str]:
    """The speaker of each quotation of a paragraph; one that goes on keeps its own."""
    found: list[str] = []
    edges = [(0, 0), *((span.start - 1, span.end + 1) for span in spans), (len(text), len(text))]
    for place, span in enumerate(spans, start=1):
        gap, rest = text[edges[place - 1][1] : edges[place][0]], text[edges[place][1] : edges[place + 1][0]]
        speaker = behind(rest) if not span.is_open and _may_follow(text[span.start : span.end], rest) else ""
        speaker = speaker or before(gap)
        if not speaker and found and found[-1] and _goes_on(gap):
            speaker = found[-1]
        found.append(speaker)
    return found


def _may_follow(words: str, rest: str) -> bool:
    """Whether what stands behind a quotation may say who speaks: not where the quotation ended the sentence."""
    following = rest.lstrip()
    if words[-1:] in ".…" and words[-1:]:
        return following[:1].islower() or following[:1] in ",–—-"
    return bool(following)


def _goes_on(gap: str) -> bool:
    """Whether nothing but the end of one sentence stands between two quotations, or a few words within one."""
    inside = gap.strip()
    if inside.islower() and len(inside.split()) <= _FEW and inside.replace(" ", "").isalpha():
        return True
    return bool(inside) and inside[-1] in ".,;:–—" and len(sentences(inside)) <= 1


def _takes_up(block: Block) -> bool:
    """Whether a paragraph goes on with what the one before it left open: it opens with a mark again."""
    return block.kind in _PROSE and block.text[:1] in tuple(_OPENING)


def _dangles(block: Block, last: Quotation) -> bool:
    """Whether a quotation has an opening mark and no closing one."""
    return block.kind in _PROSE and block.start < last.start and last.end == block.end


def _share(found: list[Quotation], chain: Sequence[int]) -> None:
    """Give all paragraphs of one quotation the speaker whom any of them names."""
    there = [index for index in chain if index < len(found)]
    speaker = next((found[index].speaker for index in there if found[index].speaker), "")
    for index in there:
        found[index] = replace(found[index], speaker=found[index].speaker or speaker)


def _introduces(block: Block) -> str:
    """Whom a paragraph that ends with a colon names as the speaker of what follows."""
    return before(block.text) if block.kind in _PROSE and block.text.endswith(":") else ""


def _signed(blocks: Sequence[Block], found: Sequence[Quotation]) -> Iterator[Quotation]:
    """Block quotes that stand together have the speaker who signs the last of them; the signature is no quotation."""
    signers = {
        each.block: each.speaker
        for each in found
        if blocks[each.block].kind is BlockKind.QUOTE and not each.text.strip()
    }
    for one, other in reversed(list(pairwise(range(len(blocks))))):
        if other in signers and blocks[one].kind is BlockKind.QUOTE:
            signers[one] = signers[other]
    for each in found:
        if each.text.strip():
            yield replace(each, speaker=signers.get(each.block, each.speaker))
