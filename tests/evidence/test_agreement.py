"""A typed value against the quantities of its quote: equal, weaker, or the reason why not."""

from __future__ import annotations

import pytest

from generator.evidence.agreement import Verdict, agreement
from generator.quantities import quantities_in, read_quantity


@pytest.mark.parametrize(
    ("value", "quote", "verdict"),
    [
        ("$60 billion to $65 billion", "plans to invest $60 billion to $65 billion in 2025", Verdict.EQUAL),
        ("$60 billion to $65 billion", "a range of $60-65bn", Verdict.EQUAL),
        ("fell 17%", "Its shares dropped 17% on Monday", Verdict.EQUAL),
        ("fell 17%", "a 17 per cent drop", Verdict.EQUAL),
        ("under $6 million", "for under $6 million", Verdict.EQUAL),
        ("about $6 million", "the $6 million or so", Verdict.EQUAL),
        ("about $6 million", "spent $6 million on it", Verdict.WEAKER),
        ("up to 5 gigawatts", "less than 5GW", Verdict.WEAKER),
        ("3.35 billion users", "With 3.35 billion daily active users", Verdict.EQUAL),
        ("3.35 billion people", "DAP was 3.35 billion on average", Verdict.EQUAL),
        ("20%", "a fifth of the usage", Verdict.CONVERTED),
        ("671 billion parameters", "with 671B total parameters", Verdict.EQUAL),
        ("2.788 million GPU-hours", "only 2.788M H800 GPU hours", Verdict.EQUAL),
        ("$60 million to $65 million", "to invest $60 billion to $65 billion", Verdict.MAGNITUDE),
        ("$6 million", "for about $6 million", Verdict.HEDGE_DROPPED),
        ("$6 million", "for under $6 million", Verdict.BOUND_DROPPED),
        ("more than $6 million", "for under $6 million", Verdict.BOUND_DROPPED),
        ("more than $6 million", "for $6 million", Verdict.BOUND_DROPPED),
        ("rose 17%", "shares fell 17%", Verdict.DIRECTION),
        ("17%", "shares fell 17%", Verdict.DIRECTION),
        ("fell 17%", "it is 17% of the whole", Verdict.DIRECTION),
        ("$60 billion", "to invest $60 billion to $65 billion", Verdict.RANGE_END),
        ("$60 billion to $66 billion", "to invest $60 billion to $65 billion", Verdict.RANGE_END),
        ("17 percentage points", "up 17%", Verdict.PERCENT_POINTS),
        ("17%", "by 17 percentage points", Verdict.PERCENT_POINTS),
        ("€60 billion", "to invest $60 billion", Verdict.CURRENCY),
        ("40 people", "room for 40 ships", Verdict.UNIT),
        ("40 months", "within 40 days", Verdict.UNIT),
        ("$61 billion", "to invest $60 billion", Verdict.VALUE),
        ("$60 billion", "to invest a lot", Verdict.NO_NUMBER),
        ("17%", "room for 17 more", Verdict.NO_NUMBER),
        ("$5 per day", "it costs $5 in all", Verdict.UNIT),
        ("$5 million", "it costs $5 million per ship", Verdict.UNIT),
        ("$5 million", "either $5 million or $9 million", Verdict.UNREADABLE),
        ("5 million ships", "twenty five million ships", Verdict.VALUE),
        ("200 people", "for 1 200 people", Verdict.VALUE),
        ("$5 million", "S$5 million", Verdict.CURRENCY),
        ("5 million people", "it lost 5 million fewer people", Verdict.UNREADABLE),
        ("5 million people", "with 10 × 5 million people", Verdict.UNREADABLE),
        ("5 million people", "worth 5 million people-years", Verdict.UNREADABLE),
        ("5 million people", "it cost 5 million CHF", Verdict.UNIT),
        ("5 million people", "has 5 million plus people", Verdict.BOUND_DROPPED),
        ("5 months", "it took 5 man-months", Verdict.UNIT),
        ("5 months", "it took 5 full months", Verdict.EQUAL),
        ("5%", "about 5%-ish", Verdict.UNREADABLE),
    ],
)
def test_verdict(value: str, quote: str, verdict: Verdict) -> None:
    typed = read_quantity(value)
    assert typed is not None
    found = agreement(typed, [each.quantity for each in quantities_in(quote)])
    assert found.verdict is verdict
    assert found.agrees == (verdict in (Verdict.EQUAL, Verdict.CONVERTED, Verdict.WEAKER))


def test_the_best_of_several_quantities_counts() -> None:
    typed = read_quantity("$119 billion")
    assert typed is not None
    found = agreement(
        typed, [each.quantity for each in quantities_in("up from $114 billion, now $119 billion")]
    )
    assert found.verdict is Verdict.EQUAL


def test_a_number_in_the_same_unit_is_nearer_than_any_in_another() -> None:
    typed = read_quantity("under $5 million")
    assert typed is not None
    found = agreement(
        typed, [each.quantity for each in quantities_in("made in two months for under $6 million")]
    )
    assert found.quoted == read_quantity("under $6 million")
