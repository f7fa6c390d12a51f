"""Addresses: which of them lead to the same page."""

from __future__ import annotations

import pytest

from generator.model.addresses import canonical

PAGE = "https://town.example/news"


@pytest.mark.parametrize(
    "same",
    [
        "https://www.town.example/news",
        "https://TOWN.example/news/",
        "https://town.example:443/news",
        "https://town.example/news#harbour",
        "https://town.example/news?utm_medium=mail&UTM_source=letter",
        "https://town.example/news/?fbclid=abc",
    ],
)
def test_the_same_page_in_other_words(same: str) -> None:
    assert canonical(same) == canonical(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://town.example/News",
        "https://town.example:8080/news",
        "https://town.example/news?page=2",
        "https://harbour.town.example/news",
    ],
)
def test_another_page(other: str) -> None:
    assert canonical(other) != canonical(PAGE)


def test_the_order_of_what_is_asked_for_says_nothing() -> None:
    assert canonical(f"{PAGE}?a=1&b=2") == canonical(f"{PAGE}?b=2&utm_id=7&a=1")
