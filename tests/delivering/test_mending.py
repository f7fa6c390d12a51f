"""What the themes' own markup gets wrong is mended, and nothing else is touched."""

from __future__ import annotations

import pytest

from generator.delivering.mending import mended


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('<div data-md-component="search" role="dialog">', '<div data-md-component="search" role="dialog" aria-label="Search">'),
        (
            '<body><input class="md-toggle" type="checkbox" id="a" autocomplete="off">\n<input class="md-toggle" id="b" autocomplete="off">',
            '<body><form id="__toggles" autocomplete="off" hidden></form><input class="md-toggle" type="checkbox" id="a" form="__toggles">\n<input class="md-toggle" id="b" form="__toggles">',
        ),
        ('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">'),
        ('<label class="md-nav__title" for="__toc"><input id="__toc">', None),
        ('<label class="md-overlay" for="a" aria-hidden="true">', '<label class="md-overlay" for="a">'),
        ('<label for="a" tabindex="">', '<label for="a">'),
        ('<label for="a" tabindex="0">', None),
        (
            '<script src="../assets/explainer.js"></script>\n <script src="../x/bundle.a5.min.js"></script>\n</body>',
            '<script src="../assets/explainer.js" data-theme="../x/bundle.a5.min.js"></script>\n</body>',
        ),
        (
            '<script src="assets/explainer.js"></script><script src="x/bundle.a5.min.js"></script><script src="own.js"></script></body>',
            None,
        ),
        ('<input type="text" autocomplete="off"><span aria-hidden="true">', None),
    ],
)  # fmt: skip
def test_markup_is_mended(given: str, made: str | None) -> None:
    assert mended(given) == (made or given)
