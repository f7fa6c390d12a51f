"""Quotes got wrong: words dropped, added or changed, sentences spliced; and quotes only typeset otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.auditing.variant import Variant, quote_in, with_quote
from generator.language.text import sentences
from generator.model.fact import Fact
from generator.quantities import quantities_in
from generator.reading.articles import Article, BlockKind

_NEGATION = re.compile(r"\b(?:not|never|no longer|nobody|no)\s|n[’']t\b", re.I)
_QUALIFIER = re.compile(
    r"\b(?:not|never|no longer|could|might|may|under|over|about|nearly|almost|more than|less than|at least|up to)\s",
    re.I,
)
_GOVERNING = re.compile(
    r"^(?:\d.*|.*\d|not|never|no|nor|only|but|if|unless|without|under|over|about|nearly|almost|could|might|may|would|than"
    r"|least|most|up|longer|less|more|fewer|some|claimed|allegedly|reportedly|n[’']t|.*n[’']t)[.,;:]?$",
    re.I,
)
_SWAPS = (
    ("$", "€"),
    ("billion", "million"),
    ("million", "billion"),
    ("%", " percentage points"),
    ("bn", "m"),
)


def dropped(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """Each word inside the quote left out; the first and the last may go, the rest is still verbatim."""
    words = quote_in(fact, fact.evidence[index]).split(" ")
    for place in range(1, len(words) - 1):
        if words[place - 1] == words[place] or words[place] in ("…", "[…]"):
            continue
        yield with_quote(
            fact, index, " ".join(words[:place] + words[place + 1 :]), f"without “{words[place]}”"
        )


def added(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """A word put in between."""
    words = quote_in(fact, fact.evidence[index]).split(" ")
    for place in range(1, len(words)):
        yield with_quote(
            fact, index, " ".join([*words[:place], "really", *words[place:]]), f"“really” at {place}"
        )


def changed(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """Each word replaced by another."""
    words = quote_in(fact, fact.evidence[index]).split(" ")
    for place, word in enumerate(words):
        if word not in ("…", "[…]"):
            yield with_quote(
                fact, index, " ".join([*words[:place], "otherwise", *words[place + 1 :]]), f"for “{word}”"
            )


def figures(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """Each digit of the quote changed, its currency, its magnitude, its percent sign."""
    quote = quote_in(fact, fact.evidence[index])
    for place, character in enumerate(quote):
        if character.isdigit():
            other = str((int(character) + 1) % 10)
            yield with_quote(
                fact, index, quote[:place] + other + quote[place + 1 :], f"{other} for {character}"
            )
    for ours, other in _SWAPS:
        if ours in quote:
            yield with_quote(fact, index, quote.replace(ours, other, 1), f"{other} for {ours}")


def negation(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """A negation taken out."""
    quote = quote_in(fact, fact.evidence[index])
    for found in _NEGATION.finditer(quote):
        yield with_quote(
            fact, index, quote[: found.start()] + quote[found.end() :], f"without “{found[0].strip()}”"
        )


def splice(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """The beginning of the quote joined to the end of a later sentence of its paragraph, or of a later paragraph."""
    words = quote_in(fact, fact.evidence[index]).split(" ")
    if len(words) < 4:
        return
    text = " ".join(article.text.split())
    at = text.find(" ".join(words[-2:]))
    later = [text[start:end] for start, end in sentences(text) if start > at][:3] if at >= 0 else []
    for sentence in later:
        end = sentence.split(" ")[-3:]
        if len(sentence.split(" ")) > 5:
            yield with_quote(fact, index, " ".join([*words[:3], "…", *end]), f"… {' '.join(end)}")


def promotion(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """A sentence of the article’s advertising or of a caption in place of the quote."""
    for block in article.blocks:
        if block.kind in (BlockKind.FILLER, BlockKind.CAPTION):
            yield with_quote(fact, index, " ".join(block.text.split(" ")[:10]), block.kind)


def cut(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """The quote begun right after a word that governs it."""
    quote = quote_in(fact, fact.evidence[index])
    for found in _QUALIFIER.finditer(quote):
        rest = quote[found.end() :]
        if len(rest.split()) >= 3 or any(map(str.isdigit, rest)):
            yield with_quote(fact, index, rest, f"cut after “{found[0].strip()}”")


def typeset(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """Harmless: other quotation marks, dashes, spaces, line wraps, soft hyphens, composed characters."""
    quote = quote_in(fact, fact.evidence[index])
    straight = quote.translate(str.maketrans("“”‘’", "\"\"''"))
    curly = quote.replace("'", "’")
    forms = {
        "straight marks": straight,
        "curly apostrophes": curly,
        "other dashes": re.sub(r"[-–—]", "‐", quote) if not re.search(r"(?<!\w)[-–—]\d", quote) else quote,
        "no-break spaces": quote.replace(" ", "\u00a0"),
        "two spaces": quote.replace(" ", "  "),
        "line wraps": quote.replace(" ", "\n    "),
        "a soft hyphen": re.sub(r"([a-z]{3})([a-z]{3})", "\\1\u00ad\\2", quote, count=1),
        "decomposed characters": unicodedata.normalize("NFD", quote),
    }
    for what, form in forms.items():
        if form != quote:
            yield with_quote(fact, index, form, what)


def ellipsis(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """Harmless: a word that governs nothing and belongs to no quantity left out behind an ellipsis."""
    quote = quote_in(fact, fact.evidence[index])
    words = quote.split(" ")
    measured = [(found.start, found.end) for found in quantities_in(quote)]
    for place in range(2, len(words) - 2):
        near = words[place - 1 : place + 2]
        if any(_GOVERNING.match(word) or word[-1:] in '.,;:!?”"' or "…" in word for word in near):
            continue
        at = len(" ".join(words[:place])) + 1
        if any(start <= at < end for start, end in measured):
            continue
        if words.count(words[place + 1]) > 1 or article.text.count(f" {words[place + 1]} ") > 1:
            continue
        for mark in ("…", "[…]", "..."):
            yield with_quote(
                fact,
                index,
                " ".join([*words[:place], mark, *words[place + 1 :]]),
                f"{mark} for “{words[place]}”",
            )
        return


def capital(fact: Fact, index: int, article: Article) -> Iterator[Variant]:
    """Harmless: the first letter in brackets, in the other case."""
    quote = quote_in(fact, fact.evidence[index])
    if quote[:1].isalpha() and quote[:1].isascii():
        yield with_quote(fact, index, f"[{quote[0].swapcase()}]{quote[1:]}", f"[{quote[0].swapcase()}]")
