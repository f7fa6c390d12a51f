"""The policy of a page lets the theme's own scripts run and ours, which are known before; nothing that a page holds."""

from __future__ import annotations

import base64
from hashlib import sha256

import pytest

from generator.delivering.policy import policy
from generator.theme.scripts import Scripts, known_scripts, scripts_in

OURS = 'document.documentElement.className = "js"'
SCOPE = 'start("{{ base_url }}",location)'
KNOWN = Scripts(tuple(scripts_in([f"<script>{SCOPE}</script><script src='x.js'></script>"])), frozenset())


def hashed(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()


def test_a_known_script_runs_and_no_other_wherever_it_stands() -> None:
    html = (
        f"<head><script>{OURS}</script><script>foreign()</script></head><body><article><script>foreign()</script>"
        "</article></article><script>foreign()</script><article></article><script>foreign()</script></body>"
    )
    given = policy(html, known_scripts())
    assert hashed(OURS) in given
    assert hashed("foreign()") not in given
    assert given.count("'sha256-") == 1


@pytest.mark.parametrize("way", ["", ".", "..", "../..", "/site/", "https://us.example/site/"])
def test_a_script_of_the_theme_may_say_where_the_site_begins(way: str) -> None:
    assert KNOWN.holds(SCOPE.replace("{{ base_url }}", way))


@pytest.mark.parametrize("way", ['");alert(1);("', "'", "\\", "${alert(1)}", "a b", "\n", "</script>"])
def test_and_nothing_else(way: str) -> None:
    assert not KNOWN.holds(SCOPE.replace("{{ base_url }}", way))


def test_what_a_template_fills_in_by_choice_is_not_known() -> None:
    template = "<script>{% if page %}a(){% endif %}</script><script type='application/json'>{}</script>"
    assert tuple(scripts_in([template])) == ()
    known = known_scripts()
    assert not known.holds(
        'window.location.replace(["https://elsewhere.example",window.location.search].join(""))'
    )
    assert not any(
        "page" in each.pattern.replace("page_path", "") and "meta" in each.pattern for each in known.inline
    )


def test_templates_of_the_project_count_as_the_theme_does() -> None:
    assert known_scripts(("<script>mine()</script>",)).holds("mine()")
    assert not known_scripts().holds("mine()")


def test_the_scripts_of_the_theme_are_known_by_their_bytes() -> None:
    assert not known_scripts().has_file(b"alert(1)")
    assert len(known_scripts().files) > 10
