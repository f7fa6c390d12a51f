"""Figures of other people's articles: an honest one is taken at once, a wrong one never, and the hint leads on."""

from __future__ import annotations

import pytest

from generator.model.ledger import Proof
from tests.inputs.laying import ARTICLE, FACTS, HEAD, compiled, figure, said

Case = tuple[int, str, str, str, str, tuple[str, str]]
"""Row of the table of inputs, article, what the figure is about, its value, its quote, the code and a piece of the hint."""
OK = ("", "")
CASES: tuple[Case, ...] = (
    (1, "Nobody could prove, wrote Capt. Roth, that Millbrook had 900 people in 2024.",
     "millbrook people 2024", "900 people", "Millbrook had 900 people in 2024.", ("quote-cut-off", "")),
    (1, "It is false, as the U.K. Treasury heard, that Millbrook had 900 people in 2024.",
     "millbrook people 2024", "900 people", "Millbrook had 900 people in 2024.", ("figure-not-asserted", "")),
    (3, "Millbrook grew 3.4-fold in 2022.", "millbrook growth 2022", "4 times", "Millbrook grew 3.4-fold in 2022.",
     ("value-not-in-quote", "3.4 times")),
    (3, "Millbrook grew 3.4-fold in 2022.", "millbrook growth 2022", "3.4 times", "Millbrook grew 3.4-fold in 2022.", OK),
    (4, "Millbrook spread over 70 square miles in 2022.", "millbrook route 2022", "70 miles",
     "Millbrook spread over 70 square miles in 2022.", ("value-not-in-quote", "square miles")),
    (4, "Millbrook spread over 70 square miles in 2022.", "millbrook area 2022", "70 square miles",
     "Millbrook spread over 70 square miles in 2022.", OK),
    (5, "In 2023 Ferryline had a result of –$8 million.", "ferry result 2023", "-$8 million",
     "In 2023 Ferryline had a result of –$8 million.", OK),
    (5, "In 2023 Ferryline had a result of −$8 million.", "ferry result 2023", "$8 million",
     "In 2023 Ferryline had a result of −$8 million.", ("value-not-in-quote", "write `value: -$8 million`")),
    (5, "In 2023 Ferryline had a result of ($8 million).", "ferry result 2023", "-$8 million",
     "In 2023 Ferryline had a result of ($8 million).", OK),
    (6, "Ferryline took $9 million³ in 2023.", "ferry takings 2023", "$9", "Ferryline took $9 million³ in 2023.",
     ("value-not-in-quote", "says the figure plainly")),
    (6, "Ferryline employed 800* people in 2023.", "ferry people 2023", "800 people",
     "Ferryline employed 800* people in 2023.", OK),
    (7, "| Year | People of Millbrook |\n|---|---|\n| 2022 | 810 |\n| 2023 | 940 |", "millbrook people 2022",
     "940 people", "| 2022 | 810 | | 2023 | 940 |", ("quote-across-paragraphs", "")),
    (12, "L'Aval had 510 people in 2024.", "aval people 2024", "510 people", "L'Aval had 510 people in 2024.", OK),
    (12, "People’s Bank had 520 people in 2024.", "bank people 2024", "520 people", "People’s Bank had 520 people in 2024.", OK),
    (16, "Millbrook laid 31 km of track in 2020.", "millbrook length 2020", "31 km", "Millbrook laid 31 km of track in 2020.", OK),
    (16, "Millbrook laid 31 km of track in 2020.", "millbrook length 2020", "31 kilometres",
     "Millbrook laid 31 km of track in 2020.", OK),
    (16, "Millbrook melted 7 kg of lead in 2020.", "millbrook weight 2020", "7 kilograms",
     "Millbrook melted 7 kg of lead in 2020.", OK),
    (16, "Millbrook had 45 children in 2020.", "millbrook children 2020", "45 children", "Millbrook had 45 children in 2020.", OK),
    (17, "The quake had a magnitude of 5.1 in 2020.", "tremor strength 2020", "magnitude 5.1",
     "The quake had a magnitude of 5.1 in 2020.", OK),
    (17, "The quake was a magnitude 5.1 event in 2020.", "tremor strength 2020", "magnitude 5.1",
     "The quake was a magnitude 5.1 event in 2020.", OK),
    (18, "We read every advert that the 410 people of Ferryline wrote in 2024.", "ferry people 2024", "410 people",
     "the 410 people of Ferryline wrote in 2024", OK),
    (18, "The newsletter of Ferryline reached 420 people in 2024; “we print it at night,” said Karl Stern.",
     "ferry people 2024", "420 people", "The newsletter of Ferryline reached 420 people in 2024", OK),
    (20, "Ferryline&rsquo;s crew &mdash; 330 people &mdash; moved in 2024.", "ferry people 2024", "330 people",
     "Ferryline’s crew — 330 people — moved in 2024", OK),
    (20, "**Ferryline** hired [340 people](https://ferry.example/jobs) in *2024*.", "ferry people 2024", "340 people",
     "Ferryline hired 340 people in 2024", OK),
    (21, "Ferryline took, net of what was lent by Dr. Kemp and others, $6 million in 2021.", "ferry takings 2021",
     "$6 million", "Ferryline took … $6 million in 2021", OK),
    (21, "Ferryline took, net of what was lent by the U.K. Treasury and others, $6 million in 2021.", "ferry takings 2021",
     "$6 million", "Ferryline took … $6 million in 2021", OK),
    (19, "In 2024 Millbrook had a rate of 4 %.", "millbrook rate 2024", "4%", "In 2024 Millbrook had a rate of 4%",
     ("quote-not-found", "of 4 %")),
    (19, "In 2024 Millbrook had a rate of 4 %.", "millbrook rate 2024", "4%", "In 2024 Millbrook had a rate of 4",
     ("quote-not-found", "of 4 %")),
    (7, "- 2022: 810 people in Millbrook\n- 2023: 940 people in Millbrook", "millbrook people 2022", "940 people",
     "2022: 810 people in Millbrook - 2023: 940 people in Millbrook", ("quote-across-paragraphs", "")),
    (8, "Map: where the 700 people of Millbrook lived in 2021", "millbrook people 2021", "700 people",
     "where the 700 people of Millbrook lived in 2021", ("quote-in-caption", "")),
    (8, "The 700 people of Millbrook in 2021. (Photo: A. Nowak)", "millbrook people 2021", "700 people",
     "The 700 people of Millbrook in 2021.", ("quote-in-caption", "")),
    (10, "Ferryline provided 650 people with tickets in 2024.", "ferry people 2024", "650 people",
     "Ferryline provided 650 people with tickets in 2024.", OK),
    (11, "Of all that the loan will pay for, Millbrook will get 300 flats in 2031.", "millbrook flats 2031", "300 flats",
     "Millbrook will get 300 flats in 2031.", OK),
    (7, "- 2022: 810 people in Millbrook\n- 2023: 940 people in Millbrook", "millbrook people 2023", "940 people",
     "2023: 940 people in Millbrook", OK),
)  # fmt: skip
OPEN: tuple[Case, ...] = (
    (21, "Ferryline took, net of what was lent by Ines Roth and others, $6 million in 2021.", "ferry takings 2021",
     "$6 million", "Ferryline took … $6 million in 2021", OK),
    (22, "FERRYLINE HIRED 350 PEOPLE IN 2024", "ferry people 2024", "350 people", "FERRYLINE HIRED 350 PEOPLE IN 2024", OK),
)  # fmt: skip
"""What is refused or answered wrongly still; one that comes right belongs above."""


def check(case: Case) -> None:
    row, text, about, value, quote, (code, hint) = case
    more = "  date: 2026-02-01\n  modality: projected\n" if row == 11 else ""
    site = compiled({ARTICLE: f"{HEAD}{text}\n", FACTS: figure(about, value, quote, more=more)})
    assert [each[0] for each in said(site)] == ([code] if code else [])
    assert hint in "".join(each[2] for each in said(site))
    if not code:
        assert site.ledger.shown["case"] is Proof.VERIFIED


def names(cases: tuple[Case, ...]) -> list[str]:
    return [f"{case[0]}: {case[4]}" for case in cases]


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_a_figure_comes_out_right(case: Case) -> None:
    check(case)


@pytest.mark.xfail(strict=True, reason="the rules of evidence do not take it yet")
@pytest.mark.parametrize("case", OPEN, ids=names(OPEN))
def test_a_figure_does_not_come_out_right_yet(case: Case) -> None:
    check(case)
