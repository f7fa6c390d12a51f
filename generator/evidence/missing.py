"""What to say of a quote that is not where its fact says, or is longer than may be quoted."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Note, Place
from generator.evidence import wording
from generator.evidence.quotes import Miss, Reason, span_of
from generator.evidence.stored import Texts
from generator.model.fact import Fact, Quotation
from generator.model.ledger import Ledger

LONGEST_QUOTE = 15
"""Words quoted at most from a source whose text is not stored here (design, section 4)."""


def missed(
    owner: str, place: Place, found: Miss, *, source: str, quote: str, texts: Texts, key: str = "quote"
) -> Diagnostic:
    """The diagnostic for a quote, written behind `key`, that does not hold up in `source`; another article that has it is named."""
    code = f"quote-{found.reason}"
    for other, text in texts.items() if found.reason is Reason.NOT_FOUND else ():
        if span := span_of(text.text, quote):
            note = Note("it stands here", text.article.place(*span))
            return Diagnostic(code, place, *wording.elsewhere(owner, source, other), (note,))
    headline, hint = wording.miss(owner, source, found, key=key)
    words = "the closest passage" if found.reason is Reason.NOT_FOUND else "it stands here"
    notes = tuple(Note(words, texts[source].article.place(*span)) for span in found.places[:2])
    return Diagnostic(code, place, headline, hint, notes)


def too_long(owner: str, place: Place, quote: str) -> Diagnostic:
    """`quote-too-long`."""
    count = len(quote.split())
    headline = (
        f"{owner}: the quote has {count} words; {LONGEST_QUOTE} are allowed from a text not stored here"
    )
    return Diagnostic(
        "quote-too-long", place, headline, f"keep the {LONGEST_QUOTE} words or fewer that carry the point"
    )


def quote_place(ledger: Ledger, fact: Fact, index: int) -> Place:
    """Where the quote of a piece of evidence is written; a quotation’s own words where none is given."""
    if fact.evidence[index].quote is None and isinstance(fact, Quotation):
        return ledger.place(fact, "words")
    return ledger.place(fact, "evidence", index, "quote")
