"""What all records share: frozen, unknown keys refused, fields parsed from text by their own type."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import Annotated

from annotated_types import MinLen
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
)

from generator.model.dates import EdtfDate, read_date
from generator.model.mistake import Mistake
from generator.model.written import DATE, DATES_AS, YEARS, typed
from generator.quantities import Quantity, Reading, quantities_in, read_quantity, write_quantity

QUOTE_IT = "put quotation marks around a text that begins with a brace or a bracket"
LARGEST = Decimal(10) ** 24
"""Beyond what anybody measures here; larger numbers would outgrow the arithmetic."""
ADDRESS = re.compile(
    r"https://(?:(?!-)[A-Za-z0-9_-]{1,63}(?<!-)\.)+(?!-)[A-Za-z0-9_-]{2,63}(?<!-)(?::[1-9]\d{0,3})?(?:[/?#][^\s<>\"'`\\{}|^]*)?\Z"
)
"""An address with a host name of at least two labels: https://www.rfc-editor.org/rfc/rfc1123#section-2.1"""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
LONGEST_ID = 80
LONGEST_VALUE = 200
OVERVIEW = "index"
"""The name of the page that lists all others of its folder."""


class Record(BaseModel):
    """A frozen record read from one YAML mapping."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _identifier(text: object) -> str:
    if not isinstance(text, str):
        raise Mistake("one id is expected here, not a list or a mapping", "write one id, without brackets")
    if "://" in text:
        shown = " ".join(text[:LONGEST_ID].split())
        raise Mistake(f"`{shown}` is not an id but an address", "write the id of the source that has it")
    if not ID.match(text) or len(text) > LONGEST_ID:
        shown = " ".join(text[:LONGEST_ID].split()) + ("…" if len(text) > LONGEST_ID else "")
        allowed = "lower-case letters, digits and single hyphens"
        better = as_id(text)
        hint = f"write `{better}`" if better else f"use {allowed}, at most {LONGEST_ID} characters"
        raise Mistake(f"`{shown}` is not an id: ids have only {allowed}", hint)
    if text == OVERVIEW:
        raise Mistake(f"`{text}` is not an id", "choose another word: an overview page has this name")
    return text


def as_id(text: str) -> str:
    """The id that comes nearest to `text`; empty where nothing is left of it, or too much."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return found if len(found) <= LONGEST_ID else ""


def _date(text: object) -> EdtfDate:
    return read_date(_text(text))


def _only(text: str, reading: Reading) -> str:
    """The hint for a text that is no quantity: the only one in it, else examples."""
    found = [write_quantity(each.quantity) for each in quantities_in(text, reading) if each.quantity.unit]
    if len(found) == 1 and read_quantity(found[0], reading):
        return f"write only `{found[0]}`"
    return "write for example `$60 billion to $65 billion`, `17%` or `about 1,200 people`"


def _quantity(text: object, info: ValidationInfo) -> Quantity:
    """Read a value; the validation context carries the `reading` of its metric."""
    reading = replace((info.context or {}).get("reading") or Reading(), bare=True)
    if len(_text(text)) > LONGEST_VALUE:
        raise Mistake("the value is too long to be one quantity", "write only the quantity")
    quantity = read_quantity(_text(text), reading)
    if quantity is None:
        raise Mistake(f"`{text}` is not a number with its unit", _only(_text(text), reading))
    if max(quantity.high, -quantity.low) >= LARGEST:
        raise Mistake("the quantity is too large to be meant", "mend the magnitude")
    return quantity


def _address(text: object) -> str:
    address = _text(text)
    if not ADDRESS.match(address) or any(unicodedata.category(each) in ("Cc", "Cf") for each in address):
        if ascii_host := _in_ascii(address):
            raise Mistake(
                f"the host of `{address}` has letters that may be mistaken for others",
                f"write `{ascii_host}`",
            )
        better = "https://" + re.sub(r"\A(?:http:)?//", "", address.strip())
        fits = "://" not in address.removeprefix("http://") and ADDRESS.match(better)
        hint = f"write `{better}`" if fits else "write the whole address, from https:// on"
        if fits and address.startswith("http://"):
            hint += " if the page answers there too, else the https address of a copy in an archive"
        raise Mistake(f"`{address}` is not an https address", hint)
    return address


def _in_ascii(address: str) -> str:
    """An address whose host has other letters than those of ASCII, its host as domain names are registered (RFC 3492)."""
    scheme, mark, rest = address.partition("://")
    host = re.split(r"[/?#:]", rest, maxsplit=1)[0]
    try:
        plain = f"{scheme}{mark}{host.encode('idna').decode('ascii')}{rest[len(host) :]}"
    except UnicodeError:
        return ""
    return plain if not host.isascii() and ADDRESS.match(plain) else ""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Mistake("one text is expected here, not a list or a mapping", QUOTE_IT)
    return value


def _month_day(value: object) -> tuple[int, int]:
    found = re.match(r"(\d\d)-(\d\d)\Z", _text(value))
    if not found or not 1 <= int(found[1]) <= 12 or not 1 <= int(found[2]) <= 31:
        raise Mistake(f"`{value}` is not a month and day", "write for example 06-30")
    return int(found[1]), int(found[2])


def one_or_many(value: object) -> object:
    """A list, also where a single entry stands without one."""
    return [value] if isinstance(value, str) else value


def nothing_or_many(value: object) -> object:
    """A list, also where nothing stands behind the key."""
    return [] if value == "" else value


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    typed(r"^\s*\S([\s\S]{0,1998}\S)?\s*$", "write a text of at most 2,000 characters", "number", "boolean"),
]
Id = Annotated[
    str,
    PlainValidator(_identifier),
    typed(
        rf"^(?!{OVERVIEW}$)(?=.{{1,{LONGEST_ID}}}$)[a-z0-9]+(-[a-z0-9]+)*$",
        f"write lower-case letters, digits and single hyphens, at most {LONGEST_ID} characters",
        "number",
        "boolean",
    ),
]
Date = Annotated[
    EdtfDate,
    PlainValidator(_date),
    typed(DATE, f"write a date such as {DATES_AS}", "integer", **YEARS),
]
Value = Annotated[
    Quantity,
    PlainValidator(_quantity),
    typed(
        rf"^[\s\S]{{1,{LONGEST_VALUE}}}$",
        "write a quantity such as $60 billion to $65 billion or 17%",
        "number",
    ),
]
Address = Annotated[
    str,
    PlainValidator(_address),
    typed("^https://[^\\s<>\"'`\\\\{}|^]+$", "write the whole address, beginning with https://"),
]
MonthDay = Annotated[
    tuple[int, int],
    PlainValidator(_month_day),
    typed(r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "write a month and a day such as 06-30"),
]
Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_many), Field(default=())]
SomeIds = Annotated[tuple[Id, ...], MinLen(1), BeforeValidator(one_or_many)]
"""One id or more; the length is told before the list may stand as its only entry."""
Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many), Field(default=())]
