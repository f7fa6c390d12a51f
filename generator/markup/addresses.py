"""Where an address in an attribute leads, read as a browser reads it and not as it is written."""

from __future__ import annotations

import re
from enum import Enum, auto

_LEFT_OUT = dict.fromkeys(map(ord, "\t\n\r"))
_ENDS = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


class Leads(Enum):
    """What kind of place an address names."""

    WITHIN = auto()
    """The site itself: a path, a query or a fragment."""
    HOST = auto()
    """Another host without a scheme: `//host`, and with slashes of either kind."""
    SCHEME = auto()
    """What its scheme says."""


def normal(address: str) -> str:
    """`address` as a browser takes it: control characters and spaces off its ends, tabs and ends of lines out of it.

    https://url.spec.whatwg.org/#concept-basic-url-parser
    """
    return address.strip(_ENDS).translate(_LEFT_OUT)


def scheme(address: str) -> str:
    """The scheme in small letters; empty where the address has none."""
    found = _SCHEME.match(normal(address))
    return found[1].lower() if found else ""


def leads(address: str) -> Leads:
    """Where `address` leads from a page of the site."""
    if scheme(address):
        return Leads.SCHEME
    begin = normal(address)[:2].replace("\\", "/")
    return Leads.HOST if begin == "//" else Leads.WITHIN
