"""The sentences a reader of diagnostics gets about evidence: one headline a reason, one hint."""

from __future__ import annotations

from collections.abc import Mapping

from generator.evidence.agreement import Agreement, Verdict
from generator.evidence.attribution import Attribution, How
from generator.evidence.quotes import Miss, Reason
from generator.quantities import Quantity, write_quantity
from generator.reading.quoting import one_line

DISAGREEMENTS: Mapping[Verdict, str] = {
    Verdict.NO_NUMBER: "the quote holds no figure",
    Verdict.UNREADABLE: "the figure cannot be read for sure",
    Verdict.VALUE: "the figures differ",
    Verdict.UNIT: "the units differ",
    Verdict.MAGNITUDE: "one has more zeros than the other",
    Verdict.CURRENCY: "the currencies differ",
    Verdict.RANGE_END: "the ends of the range differ",
    Verdict.BOUND_DROPPED: "a word such as “under” or “more than” is lost",
    Verdict.HEDGE_DROPPED: "a word such as “about” is lost",
    Verdict.DIRECTION: "the direction differs",
    Verdict.PERCENT_POINTS: "percent is not percentage points",
}
MISSES: Mapping[Reason, str] = {
    Reason.NOT_FOUND: "the quote does not stand in {source} word for word",
    Reason.NOT_UNIQUE: "the quote stands more than once in {source}",
    Reason.IN_FILLER: "the quote comes from promotional text",
    Reason.IN_CAPTION: "the quote comes from a picture caption",
    Reason.ACROSS_PARAGRAPHS: "the quote runs across paragraphs",
    Reason.TOO_SHORT: "the quote is too short to prove anything",
    Reason.CUT_OFF: "the quote leaves out words that change its meaning",
    Reason.SPLICED: "the quote joins what does not belong together",
}


def disagreement(fact: str, value: Quantity, found: Agreement) -> tuple[str, str]:
    """Headline and hint for a value that its quote does not carry."""
    if found.quoted is None:
        return (
            f"{fact} says {write_quantity(value)}, its quote holds no figure",
            "quote the passage that holds the figure",
        )
    if found.verdict is Verdict.UNREADABLE:
        because = f" (because of “{found.touched}”)" if found.touched else ""
        said = f"{fact} says {write_quantity(value)}"
        headline = f"{said}, its quote holds a figure that cannot be read for sure{because}"
        return headline, "quote a passage that says the figure plainly"
    why = DISAGREEMENTS[found.verdict]
    if found.verdict is Verdict.UNIT and not value.unit:
        why = "the unit is missing"
    headline = f"{fact} says {write_quantity(value)}, its quote says {write_quantity(found.quoted)}: {why}"
    if found.verdict is Verdict.VALUE and not found.is_only:
        return headline, "mend the value, or quote the passage that says it"
    return headline, f"write `value: {write_quantity(found.quoted)}`"


def miss(fact: str, source: str, found: Miss, *, key: str = "quote") -> tuple[str, str]:
    """Headline and hint for a quote that does not hold up in the text of `source`; it is written behind `key`."""
    headline = f"{fact}: {MISSES[found.reason].format(source=source)}"
    if found.detail:
        headline += f" (“{found.detail}”)"
    if found.reason is Reason.NOT_FOUND and found.closest:
        return headline, passage(found.closest, key=key)
    return headline, {
        Reason.NOT_FOUND: "open the article and copy the words from there",
        Reason.NOT_UNIQUE: "add `prefix` or `suffix` with the words next to it",
        Reason.CUT_OFF: f"quote “{found.detail}” too",
        Reason.SPLICED: "quote one passage, or give two pieces of evidence",
        Reason.ACROSS_PARAGRAPHS: "quote from one paragraph, or give two pieces of evidence",
        Reason.TOO_SHORT: "quote at least three words, or the figure",
    }.get(found.reason, "quote from the article's own paragraphs")


def misattributed(fact: str, words: str, speaker: str, given: Attribution) -> tuple[str, str]:
    """Headline and hint for words that the article gives to `words`, and not to the speaker of the fact for sure."""
    to = f"“{words}”" if words else "nobody"
    if given.how is not How.AMBIGUOUS:
        headline = f"{fact}: the article gives these words to {to}, the fact to {speaker}"
        return headline, "name the speaker whom the article names"
    headline = f"{fact}: the article gives these words to {to}, which may be {' or '.join(given.others)}"
    if words.lower() in ("he", "she", "they"):
        return (
            headline,
            f"write in seeds/entities.yml by which `pronoun` texts speak of {' and of '.join(given.others)}",
        )
    return headline, "quote a passage in which the article names the speaker in full"


def passage(words: str, *, key: str = "quote") -> str:
    """The hint that offers a passage of the article to quote."""
    return f"write `{key}: {one_line(words)}`, if that is the passage you mean"


def elsewhere(fact: str, source: str, other: str) -> tuple[str, str]:
    """Headline and hint for a quote that stands in another source than the one that is named."""
    return f"{fact}: the quote does not stand in {source}, but in {other}", f"write `source: {other}`"
