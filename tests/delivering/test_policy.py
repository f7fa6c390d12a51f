"""The policy of a page lets the theme's own scripts run, and none that came with its text."""

from __future__ import annotations

import base64
from hashlib import sha256

from generator.delivering.policy import policy


def hashed(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()


def test_scripts_around_the_text_run_and_those_inside_do_not() -> None:
    html = (
        "<head><script>own()</script></head><body><article><p>Text</p><script>foreign()</script></article>"
        "</article><script>foreign()</script><article></article><script>last()</script></body>"
    )
    given = policy(html)
    assert hashed("own()") in given
    assert hashed("last()") in given
    assert hashed("foreign()") not in given


def test_a_page_without_text_keeps_its_own_scripts() -> None:
    assert hashed("own()") in policy("<head><script>own()</script></head><body></body>")
