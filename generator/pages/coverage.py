"""What is checked and what is not, where help is wanted, and how good the checks are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.auditing.telling import false_alarms, rate
from generator.deriving.untaken import Telling, telling
from generator.evidence.measured import measured
from generator.explainers.markdown import front, relative
from generator.explainers.telling import statement_text
from generator.explainers.templates import Markdown, fill
from generator.model.fact import Fact
from generator.model.ledger import Ledger, Proof, Standing
from generator.pages.shown import Page, Used, ledger_page, of_topic
from generator.pages.wording import topic_title

ADDRESS = "coverage.md"
DESCRIPTION = "How many facts are checked, how well they stand, and how many mistakes the checks would catch."


def pages(ledger: Ledger, used: Used) -> Iterator[Page]:
    """One page."""
    body = fill(
        "pages/coverage.md",
        topics=[_topic(ledger, topic) for topic in ledger.topics()],
        standings=list(Standing),
        articles=[_article(ledger, name, told) for name, told in telling(ledger).items()],
        reviewed=[each for fact in ledger.facts.values() for each in _answers(ledger, used, fact)],
        undated=[_entry(ledger, used, name) for name in used.undated],
        corruptions=[each for each in used.tallies if not each.harmless and each.tried],
        harmless=[each for each in used.tallies if each.harmless and each.tried],
        measured=measured(),
        rate=rate(used.tallies),
        false_alarms=f"{false_alarms(used.tallies):,}",
    )
    yield Page(ADDRESS, front({"title": "Coverage", "description": DESCRIPTION}) + body + "\n")


def _topic(ledger: Ledger, topic: str) -> dict[str, object]:
    facts = of_topic(ledger, topic)
    standings = Counter(ledger.standings[fact.id] for fact in facts)
    proofs = Counter(located.proof for fact in facts for _, located in ledger.proofs(fact))
    return {
        "title": topic_title(ledger, topic),
        "address": Markdown(relative(ledger_page(topic, 0), page=ADDRESS)),
        "facts": f"{len(facts):,}",
        "verified": f"{proofs[Proof.VERIFIED]:,}",
        "open": f"{proofs[Proof.NOT_CHECKED]:,}",
        "standings": {each: f"{standings[each]:,}" for each in Standing},
    }


def _article(ledger: Ledger, name: str, told: Sequence[Telling]) -> dict[str, object]:
    return {
        "title": ledger.sources[name].title,
        "address": Markdown(relative(f"sources/{name}.md", page=ADDRESS) + "#not-taken-yet"),
        "told": f"{len(told):,}",
        "untaken": f"{sum(not each.is_taken for each in told):,}",
    }


def _answers(ledger: Ledger, used: Used, fact: Fact) -> Iterator[dict[str, object]]:
    for evidence in fact.evidence:
        for each in evidence.reviewed:
            yield {**_entry(ledger, used, fact.id), "rule": each.rule, "because": each.because}


def _entry(ledger: Ledger, used: Used, name: str) -> dict[str, object]:
    address = Markdown(relative(used.addresses[name], page=ADDRESS))
    return {"statement": statement_text(ledger, ledger.facts[name]), "address": address}
