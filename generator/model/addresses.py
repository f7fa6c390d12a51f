"""Addresses compared: two that lead to the same page are one, however they are written."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

TRACKING = ("fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "mc_cid", "mc_eid")
"""What tells a server where a reader came from and changes nothing of the page; with everything from `utm_` on."""


def canonical(url: str) -> str:
    """The host and the path of a page with what chooses the page, without scheme, `www.`, last slash, fragment and tracking."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    chosen = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if key.casefold() not in TRACKING and not key.casefold().startswith("utm_")
    ]
    return f"{host}{port}{parts.path.rstrip('/')}?{urlencode(sorted(chosen))}"
