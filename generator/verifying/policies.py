"""Policies: every page says what it may load and run, and lets no script run that it does not name."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from turbohtml import Element

from generator.diagnostics import Diagnostic
from generator.verifying.built import Built, Page

LOOSE = frozenset(
    ("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "data:", "blob:")
)
RUN = frozenset(
    ("", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/ecmascript")
)
_HASH = re.compile(r"'(sha256|sha384|sha512)-")

Policy = Mapping[str, Sequence[str]]


def find(built: Built) -> Iterator[Diagnostic]:
    """Pages without a policy, with one that lets strangers' scripts run, and scripts that their policy stops.

    https://www.w3.org/TR/CSP3/
    """
    for page in built.pages.values():
        metas = [each for each in page.each("meta") if _is_policy(each)]
        if not metas:
            hint = "build the page anew with `explainer build`, which computes one"
            yield Diagnostic("no-policy", page.place(), "the page has no Content-Security-Policy", hint)
        for meta in metas:
            policy = _read(meta.attr("content") or "")
            yield from _loose(page, meta, policy)
            yield from _stopped(page, policy)


def _is_policy(element: Element) -> bool:
    return (element.attr("http-equiv") or "").lower() == "content-security-policy"


def _read(content: str) -> Policy:
    """Directives by name; of one that stands twice the first counts."""
    found: dict[str, Sequence[str]] = {}
    for directive in content.split(";"):
        name, *sources = directive.split() or [""]
        found.setdefault(name.lower(), sources)
    return found


def _of_scripts(policy: Policy) -> Sequence[str] | None:
    named = ("script-src-elem", "script-src", "default-src")
    return next((policy[name] for name in named if name in policy), None)


def _loose(page: Page, meta: Element, policy: Policy) -> Iterator[Diagnostic]:
    sources = _of_scripts(policy)
    if sources is None:
        wrong = ["no `script-src`"]
    else:
        wrong = [f"`{each}`" for each in sources if each.lower() in LOOSE or each.startswith("'nonce-")]
        wrong += [f"`{each}`" for each in sources if not each.startswith("'") and each.lower() not in LOOSE]
    before = page.elements[: page.elements.index(meta)]
    if any(each.tag in ("script", "link", "style") for each in before):
        wrong.append("what stands before it")
    if wrong:
        headline = f"the policy lets scripts run that it does not know: {', '.join(wrong)}"
        hint = "let it name `'self'` and the hashes of the page’s own scripts, right behind the character set"
        yield Diagnostic("loose-policy", page.place(meta), headline, hint)


def _stopped(page: Page, policy: Policy) -> Iterator[Diagnostic]:
    sources = _of_scripts(policy)
    if sources is None or "'unsafe-inline'" in sources:
        return
    for script in page.each("script"):
        is_inline = script.attr("src") is None and (script.attr("type") or "").strip().lower() in RUN
        if is_inline and not _allowed(script.text, sources):
            headline = "the page’s policy stops this inline script: its hash is not there"
            yield Diagnostic(
                "script-not-in-policy",
                page.place(script),
                headline,
                "compute the policy after the last change",
            )


def _allowed(text: str, sources: Sequence[str]) -> bool:
    for source in sources:
        if found := _HASH.match(source):
            digest = base64.b64encode(hashlib.new(found[1], text.encode()).digest()).decode()
            if source == f"'{found[1]}-{digest}'":
                return True
    return False
