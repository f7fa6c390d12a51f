"""Sentences that hold a figure and do not say that it is so, and sentences that do."""

from __future__ import annotations

import pytest

from generator.evidence.naming import names_of
from generator.evidence.passage import Passage, Setting, read_passage
from generator.evidence.reach import meanings

DENIED = """
Meta did not pay $5 million.
Meta didn’t pay $5 million.
Meta never paid $5 million for it.
It was not $5 million but a gift.
No company paid $5 million.
It is a myth that Meta paid $5 million.
It is false that Meta paid $5 million.
It is untrue that Meta paid $5 million.
Contrary to reports, Meta paid $5 million.
Had it paid $5 million, Meta would be poor.
Suppose Meta paid $5 million.
Imagine that Meta paid $5 million.
If Meta paid $5 million, nobody saw it.
The report that Meta paid $5 million is false.
The claim of $5 million was denied.
Meta paid $5 million, which is untrue.
Meta paid $5 million, a figure it denies.
The $5 million was never paid.
The $5 million was not paid.
Did Meta pay $5 million?
Meta would have paid $5 million.
Nobody knows whether Meta paid $5 million.
Meta denied that it had paid $5 million.
Meta denied paying $5 million.
Meta refused to pay $5 million.
Meta failed to raise $5 million.
Meta nearly paid $5 million.
Reports falsely say that Meta paid $5 million.
Meta did not, in the end, pay $5 million.
Meta ruled out a payment of $5 million.
Meta pays $5 million unless it wins.
Meta lost money without paying $5 million.
Meta has yet to pay $5 million.
Meta offered to pay $5 million.
"""
SAID = """
Meta paid $5 million.
Meta paid not only $5 million but its lawyers too.
It was not a gift, but a payment of $5 million.
Meta denied wrongdoing and paid $5 million.
Meta, which did not say why, paid $5 million.
Meta declined to comment on the $5 million.
Meta’s profit declined to $5 million.
Meta paid $5 million for chips that did not work.
Meta paid $5 million, although it did not have to.
Meta paid $5 million and did not say why.
Meta paid $5 million because it was not ready.
No doubt Meta paid $5 million.
Meta paid no more than $5 million.
The filter had a false positive rate of 5%.
Is it true? Yes, Meta paid $5 million.
Meta had paid $5 million.
Meta deleted 5 million fake accounts.
The payment was not small: Meta paid $5 million.
"""


NOT_SO = {"denied", "supposed", "conditional"}


def passage(sentence: str) -> Passage:
    return read_passage(sentence, 0, Setting(names_of([])))


def denials(read: Passage) -> list[set[str]]:
    return [
        {*({"question"} if read.is_question else ()), *(NOT_SO & set(meanings(read, each)))}
        for each in read.figures
    ]


@pytest.mark.parametrize("sentence", DENIED.strip().splitlines())
def test_is_not_asserted(sentence: str) -> None:
    assert denials(passage(sentence)) != [set()]


@pytest.mark.parametrize("sentence", SAID.strip().splitlines())
def test_is_asserted(sentence: str) -> None:
    assert denials(passage(sentence)) == [set()]


def test_of_two_only_one_is_denied() -> None:
    assert denials(passage("Meta paid not $5 million but $9 million.")) == [{"denied"}, set()]
