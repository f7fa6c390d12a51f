"""The themes’ own markup, mended: what no validator takes, a dialog that has no name, a script that begins too early."""

from __future__ import annotations

import re

_NAMELESS = 'data-md-component="search" role="dialog">'
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off">')
_TOGGLES = '<form id="__toggles" autocomplete="off" hidden></form>'
_CONTENTS = 'id="__toc"'
_TO_CONTENTS = re.compile(r'(<label class="[^"]*") for="__toc"')
_HIDDEN_LABEL = re.compile(r'(<label [^>]*\bfor="[^"]*"[^>]*?) aria-hidden="true"')
_SCRIPT = re.compile(
    r'(<script src="[^"]*assets/explainer\.js")(></script>)\s*'
    r'<script src="([^"]*/bundle\.\w+\.min\.js)"></script>(?=\s*</body>)'
)
"""The theme’s script right behind our own, and none behind it that might count on it."""
_NO_ORDER = re.compile(r'(<label [^>]*?) tabindex=""')


def mended(html: str) -> str:
    """`html` with a name for its search dialog, and without attributes that stand where they may not.

    The theme’s script is named to our own, which lets it begin when a reader first does something.

    A check box takes no `autocomplete` itself; a browser that remembers its state asks the form it belongs to:
    https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofilling-form-controls:-the-autocomplete-attribute
    """
    text = html.replace(_NAMELESS, f'{_NAMELESS[:-1]} aria-label="Search">', 1)
    text = _SCRIPT.sub(r'\1 data-theme="\3"\2', _toggled(text))
    if _CONTENTS not in text:
        text = _TO_CONTENTS.sub(r"\1", text)
    return _NO_ORDER.sub(r"\1", _HIDDEN_LABEL.sub(r"\1", text))


def _toggled(text: str) -> str:
    """The check boxes that open the drawer and the search belong to a form that remembers nothing."""
    first = _TOGGLE.search(text)
    if first is None:
        return text
    rest = _TOGGLE.sub(r'\1 form="__toggles">', text[first.start() :])
    return f"{text[: first.start()]}{_TOGGLES}{rest}"
