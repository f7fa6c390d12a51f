"""What goes from a theme's style sheets and what stays."""

from __future__ import annotations

import pytest

from generator.delivering.styles import lean, names, words

PAGE = (
    """<body data-md-color-scheme="default" class=wide><p class='lead first'>It is class="no".</p></body>"""
)
SCRIPT = 'e.classList.add("open");t.className=`tag--${kind}`'
USED = {*names(PAGE), *words(SCRIPT)}


def test_classes_and_the_theme_s_own_values_are_read_from_a_page() -> None:
    assert {"default", "wide", "lead", "first"} <= set(names(PAGE))


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".lead{color:red}.gone{color:red}", ".lead{color:red}"),
        (".lead,.gone,p>.first{top:0}", ".lead,p>.first{top:0}"),
        (".lead .gone{top:0}", ""),
        (".open{top:0}.tag--new{top:0}", ".open{top:0}.tag--new{top:0}"),
        (".lead:not(.gone){top:0}", ".lead:not(.gone){top:0}"),
        (":is(.gone,.lead) p{top:0}", ":is(.gone,.lead) p{top:0}"),
        ("[data-md-color-scheme=default] a{top:0}", "[data-md-color-scheme=default] a{top:0}"),
        ("[data-md-color-scheme=slate] a{top:0}", ""),
        ('[type="x"],[data-md-state],a:hover{top:0}', '[type="x"],[data-md-state],a:hover{top:0}'),
        ("@media print{.gone{top:0}.lead{top:0}}", "@media print{.lead{top:0}}"),
        ("@media print{.gone{top:0}}", ""),
        ('@charset "x";@keyframes gone{to{top:0}}', '@charset "x";@keyframes gone{to{top:0}}'),
        ('p:before{content:"a,b}.gone{"}', 'p:before{content:"a,b}.gone{"}'),
        (r".lead.\31 a{top:0}", ""),
        (".lead{--p:url(a);--c:1}", ".lead{--c:1}"),
        (":root{--p:url(a)}.first{mask:var(--p)}", ":root{--p:url(a)}.first{mask:var(--p)}"),
        (":root{--p:url(a)}.gone{mask:var(--p)}", ""),
        (".lead{--q:url(a)}", ".lead{--q:url(a)}"),
    ],
)
def test_a_rule_stays_where_a_page_may_need_it(sheet: str, kept: str) -> None:
    assert lean({"a.css": sheet}, USED, ["p{mask:var(--q)}"]) == {"a.css": kept}
