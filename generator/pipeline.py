"""The whole flow in one function: files in, checked facts and finished pages out; text in, text out, nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator import checks
from generator.auditing.audit import Tally
from generator.auditing.audit import audit as audit_checks
from generator.charts.drawing import draw as draw_chart
from generator.delivering.taken import taken
from generator.deriving import derive
from generator.deriving.order import from_the_ground
from generator.diagnostics import Diagnostic, Place, by_place
from generator.evidence.proving import prove
from generator.explainers.rendering import Rendered, render
from generator.explainers.sharing import card_path, shared
from generator.exports.citations import citation_files
from generator.loading import load
from generator.loading.fronts import front_of
from generator.model.change import Dated
from generator.model.fact import Derived, Fact
from generator.model.ledger import Ledger
from generator.model.publication import Publication
from generator.model.record import Record
from generator.model.references import references
from generator.model.repository import Repository
from generator.pages import generated
from generator.pages.changes import gone
from generator.pages.facts import list_text
from generator.pages.shown import Used, addresses, past
from generator.pages.stubs import stubs
from generator.reading.beside import is_text, read_beside
from generator.reading.notation import CONFIGURATION, extensions
from generator.reading.pages import AuthoredPage, read_pages
from generator.reading.seeds import decode, read_seeds
from generator.schemas.published import schema_files
from generator.theme import assets as own_assets

READ = ("seeds/", "docs/", CONFIGURATION)
"""Where the project's own texts live, relative to its root."""
BESIDE = ("fact-twice", "contradiction")
"""What is only wrong with one fact beside another."""


@dataclass(frozen=True, slots=True)
class Site:
    """What comes out: Markdown pages and other files by path below `docs/`, every problem, and the ledger."""

    pages: Mapping[str, str]
    assets: Mapping[str, str]
    diagnostics: tuple[Diagnostic, ...]
    ledger: Ledger
    texts: Mapping[str, str]
    tallies: tuple[Tally, ...] = ()
    authored: tuple[Rendered, ...] = ()
    """The pages that people wrote, with what each of them cites and draws."""
    cards: Mapping[str, str] = field(default_factory=dict)
    """The pictures beside shared links, as SVG, by the path of the PNG that they become."""
    beside: Mapping[str, bytes] = field(default_factory=dict)
    """The files that people put beside the pages, by path below `docs/`: those that may be published."""
    is_whole: bool = True
    """Whether every file could be read and every record has its shape; what was not read was not checked."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that fail a build."""
        return tuple(problem for problem in self.diagnostics if problem.is_error)


def compile(
    files: Mapping[str, bytes],
    *,
    draw: Callable[[str], str] = draw_chart,
    audit: Callable[[Ledger], Sequence[Tally]] = audit_checks,
    repository: Repository | None = None,
    history: Sequence[Dated] | None = None,
    address: str = "",
) -> Site:
    """The site of `files` (path → content); pure, so the same files give the same bytes.

    `draw` turns a chart's specification into SVG; adapters pass one that remembers what it drew. `audit` tells how
    many mistakes the checks would catch; it takes seconds, so it is left out while somebody edits. `repository` is
    where readers find the files; without one, pages have no links to them. `history` is what each revision changed, the
    newest first (`generator.changes.history`); None where nobody knows, which the pages then say. `address` is where the
    site will stand, for those who cite it.
    """
    texts, undecoded, undecodable = _decoded(
        {path: content for path, content in files.items() if is_text(path)}
    )
    seeds = read_seeds(texts, undecoded)
    authored, misread = read_pages(texts)
    known, unknown = extensions(texts.get(CONFIGURATION))
    fronts = {page.path: front_of(page) for page in authored}
    beside, unfit = read_beside(files)
    loaded, misshapen = load(seeds)
    ledger, wrong = _checked(loaded, (*seeds.problems, *misshapen))
    shown_at = addresses(ledger)
    where = {**{page.address: page.address for page in authored}, **shown_at}
    rendered = [
        render(
            page,
            ledger,
            addresses=where,
            draw=draw,
            front=fronts[page.path][0],
            extensions=known,
            repository=repository,
            history=history,
        )
        for page in authored
    ]
    publication = Publication(_name(authored), address)
    undated = [problem.place for problem in wrong if problem.code == "date-without-evidence"]
    used = replace(
        _used(rendered, where),
        undated=sorted(_written_at(ledger, undated)),
        tallies=tuple(audit(ledger)),
        repository=repository,
        history=history,
        past=past(history or ()),
        publication=publication,
    )
    pages = {page.address: page.markdown for page in rendered}
    assets = {path: text for page in rendered for path, text in page.assets.items()}
    problems = [*undecodable, *seeds.problems, *misread, *unknown, *unfit, *misshapen, *wrong]
    problems += [problem for _, found in fronts.values() for problem in found]
    problems += [problem for page in rendered for problem in page.problems]
    if not any(problem.is_error for problem in problems):  # a page that is not whole cites less than it will
        problems += checks.unused(ledger, set(used.by))
    cards = {page.address: shared(page, ledger) for page in authored}
    problems += [problem for _, wrong in cards.values() for problem in wrong]
    made = generated(ledger, used)
    assets = {
        **assets,
        **stubs({**gone(ledger, history), **shown_at}),
        **own_assets(),
        **schema_files(),
        **citation_files(ledger, publication),
        "facts/list.json": list_text(ledger),
    }
    pictures = {card_path(address): svg for address, (svg, _) in cards.items() if svg}
    problems += taken([page.address for page in authored], beside, [*made, *assets, *pictures])
    return Site(
        pages={**pages, **made},
        assets=assets,
        beside=beside,
        diagnostics=tuple(sorted(set(problems), key=by_place)),
        ledger=ledger,
        texts=texts,
        tallies=tuple(used.tallies),
        authored=tuple(rendered),
        cards=pictures,
        is_whole=not (undecodable or seeds.broken or misshapen),
    )


def _name(authored: Sequence[AuthoredPage]) -> str:
    """What the site is called: the title of its home page."""
    return next((page.entry("title") for page in authored if page.address == "index.md"), "") or "Facts"


def _decoded(
    files: Mapping[str, bytes],
) -> tuple[Mapping[str, str], Mapping[str, str], tuple[Diagnostic, ...]]:
    """The texts, what is known of files that are none, and what is wrong with those."""
    texts: dict[str, str] = {}
    undecoded: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for path, content in sorted(files.items()):
        text, found = decode(path, content)
        problems.extend(found)
        (undecoded if found else texts)[path] = text
    return texts, undecoded, tuple(problems)


def _checked(loaded: Ledger, before: Sequence[Diagnostic]) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger without the facts that have errors or rest on such facts, and what is wrong beside what was `before`."""
    proven, unproven = prove(loaded)
    derived, underived = derive(proven)
    problems = _unblamed(derived, (*unproven, *underived, *checks.problems(derived)), before)
    spoiled = _written_at(derived, [each.place for each in (*before, *problems) if each.is_error])
    kept, _ = derive(_sound(derived.without(spoiled)))
    return kept, problems


def _unblamed(
    ledger: Ledger, problems: Sequence[Diagnostic], before: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """The problems without those that a fact has only beside one that is wrong in itself: that one is mended first."""
    at = _finder(ledger)
    alone = (each for each in (*before, *problems) if each.is_error and each.code not in BESIDE)
    places = {each.place for each in alone}
    wrong = set(map(at, places)) - {""}
    kept = problems
    for code in BESIDE:
        kept = [each for each in kept if each.code != code or not wrong & set(map(at, _others(each)))]
        wrong |= {at(each.place) for each in kept if each.code == code == "fact-twice"}
    return tuple(each for each in kept if each.code != "fact-twice" or each.place not in places)


def _others(problem: Diagnostic) -> tuple[Place, ...]:
    """The places that a problem blames beside its own; in a contradiction either side may be the wrong one."""
    noted = tuple(note.place for note in problem.notes if note.place)
    return (problem.place, *noted) if problem.code == "contradiction" else noted


def _written_at(ledger: Ledger, places: Iterable[Place]) -> frozenset[str]:
    """The facts in whose YAML these places lie."""
    at = _finder(ledger)
    return frozenset(at(place) for place in places) - {""}


def _finder(ledger: Ledger) -> Callable[[Place], str]:
    """What tells the id of the fact in whose YAML a place lies; empty where it lies in none."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for fact in ledger.facts.values():
        node = ledger.origin(fact).node
        spans.setdefault(node.place.path, []).append((node.place.line, node.place.end_line, fact.id))
    for listed in spans.values():
        listed.sort()

    def at(place: Place) -> str:
        listed = spans.get(place.path, [])
        index = bisect_right(listed, (place.line, place.line + 10**9, "")) - 1
        inside = index >= 0 and listed[index][0] <= place.line <= listed[index][1]
        return listed[index][2] if inside else ""

    return at


def _sound(ledger: Ledger) -> Ledger:
    """The ledger without the facts that cannot stand once others are left out, over any number of steps."""
    kept: dict[str, Fact] = {}
    shelves = {**checks.unknown_id.shelves(ledger), "fact": kept}
    for fact in from_the_ground(ledger.facts):
        if _stands(fact, ledger, shelves):
            kept[fact.id] = fact
    return ledger.without(frozenset(ledger.facts) - set(kept))


def _stands(fact: Fact, ledger: Ledger, shelves: Mapping[str, Mapping[str, Record]]) -> bool:
    """Whether all that a fact needs is still there; relations to left-out facts are simply not shown."""
    if isinstance(fact, Derived) and fact.id not in ledger.computed:
        return False
    optional = ("supersedes", "disagrees_with", "entities", "rests_on")
    needed = [(kind, name) for path, kind, name in references(fact) if path[0] not in optional]
    grounds = getattr(fact, "rests_on", ())
    return all(name in shelves[kind] for kind, name in needed) and (
        not grounds or any(name in shelves["fact"] for name in grounds)
    )


def _used(rendered: Sequence[Rendered], where: Mapping[str, str]) -> Used:
    by: dict[str, list[tuple[str, str]]] = {}
    for page in rendered:
        for name in page.cited:
            by.setdefault(name, []).append((page.address, page.title))
    waivers = tuple(waiver for page in rendered for waiver in page.waivers)
    return Used(by, where, waivers)
