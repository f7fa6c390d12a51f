"""Tables leave wrapped and labelled, with room kept for what the script puts into their heads."""

from __future__ import annotations

from generator.delivering.tables import with_tables

WRAP = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
HEADS = '<thead>\n<tr>\n<th>Model</th>\n<th style="text-align: right;"><a href="x">“Size”</a> &amp; "age"</th>\n<th></th>\n</tr>\n</thead>'


def table(rows: int) -> str:
    row = '<tr>\n<td>R1</td>\n<td style="text-align: right;">671</td>\n<td></td>\n</tr>\n'
    return f"<table>\n{HEADS}\n<tbody>\n{row * rows}</tbody>\n</table>"


def test_any_table_is_wrapped_and_nothing_else() -> None:
    assert with_tables(f"<p>a</p>{table(3)}<p>b</p>") == f"<p>a</p>{WRAP}{table(3)}</div></div><p>b</p>"


def test_in_ours_a_cell_names_its_column() -> None:
    shown = with_tables(f'<div class="table brief" style="--count: 3">\n{table(2)}\n</div>{table(1)}')
    assert shown.count('<td data-label="Model">R1</td>') == 2
    assert (
        shown.count('<td data-label="“Size” &amp; &quot;age&quot;" style="text-align: right;">671</td>') == 2
    )
    assert shown.count("<td></td>") == 3
    assert shown.count("<td>R1</td>") == 1
    assert 'class="sort"' not in shown


def test_a_head_that_will_sort_keeps_the_room() -> None:
    shown = with_tables(f'<div class="table">{table(3)}</div>')
    assert '<th><span class="sort">Model</span></th>' in shown
    assert '<span class="sort"><a href="x">“Size”</a> &amp; "age"</span></th>' in shown
    assert "<th></th>" in shown
    assert 'class="sort"' not in with_tables(f'<div class="table unsorted">{table(3)}</div>')
    assert shown.count('<tr>\n<td data-label="Model">') == 3
