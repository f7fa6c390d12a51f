"""BibTeX, in UTF-8: the same items as CSL-JSON, with the fields that the standard styles and biblatex know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from generator.exports.csl import Item

_SPECIAL: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
"""BibTeX counts braces whatever stands before them, so none may be left in a text."""
_TRANSLATED = str.maketrans(dict(_SPECIAL))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex_text(items: Sequence[Item]) -> str:
    """The items as a BibTeX file, in their order."""
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    kind = _kind(str(item["type"]))
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(item, kind))
    return f"@{kind}{{{item['id']},\n{fields}}}\n"


def _kind(csl: str) -> str:
    if csl.startswith("article-"):
        return "article"
    return {"report": "techreport", "book": "book"}.get(csl, "misc")


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_braced(item['title'])}}}"
    if "author" in item:
        names = cast("Sequence[Mapping[str, str]]", item["author"])
        yield "author", f"{{{' and '.join(_braced(name['literal']) for name in names)}}}"
    holder = {"article": "journal", "techreport": "institution", "book": "publisher"}.get(
        kind, "howpublished"
    )
    yield holder, _braced(item["publisher"])
    yield from _issued(cast("Mapping[str, object]", item.get("issued", {})))
    if "URL" in item:
        yield "url", f"{{{item['URL']}}}"
    if "archive" in item:
        yield "note", _braced(item["archive"])
    if accessed := _iso(cast("Mapping[str, object]", item.get("accessed", {}))):
        yield "urldate", f"{{{accessed}}}"
    if "note" in item:
        yield "note", _braced(item["note"])


def _issued(date: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Year, month and day where a date begins; words where it has no numbers."""
    if "literal" in date:
        yield "year", _braced(date["literal"])
    for parts in cast("Sequence[Sequence[int]]", date.get("date-parts", ()))[:1]:
        yield "year", f"{{{parts[0]:04}}}"
        if len(parts) > 1:
            yield "month", _MONTHS[parts[1] - 1]
        if len(parts) > 2:
            yield "day", f"{{{parts[2]}}}"


def _iso(date: Mapping[str, object]) -> str:
    for parts in cast("Sequence[Sequence[int]]", date.get("date-parts", ()))[:1]:
        return "-".join(f"{part:02}" for part in parts)
    return ""


def _braced(text: object) -> str:
    return f"{{{' '.join(str(text).split()).translate(_TRANSLATED)}}}"
