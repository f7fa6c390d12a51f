"""Every hint of the manual is followed: the problem is gone, and no other takes its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from generator import files as disk
from generator import manual, pipeline
from generator.diagnostics import Diagnostic
from tests.conftest import PROJECT
from tests.following import followed
from tests.test_manual import BESIDE, NOTHING, Case, cases

WITHOUT: Mapping[str, str] = {
    "file-too-large": "its example would be two million bytes of text",
    "layout-differs": "only `explainer fmt --check` reports it, whose tests run the command of the hint",
    "layout-unproven": "it reports a fault of the program",
}
"""The codes that no page shows, each with the reason."""
Kind = tuple[str, str, str]


def examples(code: str) -> list[Case]:
    """The examples of a page that are about seeds and pages, not about a built site."""
    return [
        case for case in cases(manual.page(code)) if not any(path.startswith("site/") for path in case.files)
    ]


CODES = [code for code in manual.codes() if examples(code)]


def checked(files: Mapping[str, str | bytes], code: str) -> tuple[Diagnostic, ...]:
    """What is wrong with these files, without what is only wrong beside the small project."""
    laid = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    site = pipeline.compile(laid, draw=lambda _: "<svg></svg>", audit=lambda _: ())
    return tuple(each for each in site.diagnostics if each.code not in BESIDE - {code})


def kinds(problems: tuple[Diagnostic, ...]) -> Counter[Kind]:
    """Problems without their places, which move when lines are added."""
    return Counter((each.code, each.place.path, each.headline) for each in problems)


def readable(files: Mapping[str, bytes]) -> dict[str, str]:
    """The files as somebody sees them in an editor, which guesses how they are encoded."""
    texts = {}
    for path, content in files.items():
        try:
            texts[path] = content.decode()
        except UnicodeDecodeError:
            texts[path] = content.decode("latin-1")
    return texts


def outcomes(case: Case, code: str) -> Iterator[tuple[Diagnostic, Counter[Kind]]]:
    """The first problem of the page's own, and what is wrong in its place after each way to follow its hint."""
    laid = {**disk.collect(PROJECT), **case.files}
    before = checked(laid, code)
    own = next(each for each in before if each.code == code)
    gone = kinds((own,))
    for files in followed(own, readable(laid)):
        yield own, kinds(checked(files, code)) - (kinds(before) - gone)


@pytest.mark.parametrize("code", CODES)
def test_a_hint_that_is_followed_mends_the_file(code: str) -> None:
    """Or, where the hint needs what only a person knows, the page shows a mended file."""
    shown = examples(code)
    is_mended = any(case.expected == NOTHING for case in shown)
    for case in shown:
        if case.expected == NOTHING:
            continue
        found = list(outcomes(case, code))
        assert found or is_mended, f"{code}: nothing can follow this hint, and the page shows no mended file"
        assert not found or any(not left for _, left in found), found


def test_every_code_has_an_example_or_a_reason() -> None:
    bare = {code for code in manual.codes() if not list(cases(manual.page(code)))}
    over_limit = {"file-over-limit", "site-over-limit"}
    assert bare - over_limit == set(WITHOUT)


def test_a_hint_that_only_a_person_can_follow_changes_nothing() -> None:
    case = examples("contradiction")[0]
    assert not list(outcomes(case, "contradiction"))


def test_a_hint_that_does_not_help_is_found_out() -> None:
    """A value that is no better than the one it takes the place of leaves the problem where it is."""
    case = examples("value-not-in-quote")[0]
    laid = {**disk.collect(PROJECT), **case.files}
    wrong = next(each for each in checked(laid, "") if each.code == "value-not-in-quote")
    useless = Diagnostic(wrong.code, wrong.place, wrong.headline, "write `value: €60 million to €65 million`")
    (files,) = followed(useless, readable(laid))
    assert kinds((wrong,)) <= kinds(checked(files, ""))
