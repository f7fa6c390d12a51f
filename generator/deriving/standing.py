"""How well each fact stands, computed from its evidence and its neighbours (design, section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.deriving.order import from_the_ground
from generator.model.addresses import canonical
from generator.model.base_fact import Modality
from generator.model.fact import Fact, rests_on
from generator.model.ledger import Ledger, Proof, Standing
from generator.model.pointers import Stance
from generator.model.source import Tier, Wording

_ORDER = tuple(Standing)


def standings(ledger: Ledger) -> dict[str, Standing]:
    """The standing of every fact by id."""
    superseded = set(replaced(ledger))
    disputed = set(_disputed(ledger, superseded))
    found: dict[str, Standing] = {}
    for fact in from_the_ground(ledger.facts):
        below = [found[name] for name in rests_on(fact) if name in found]
        found[fact.id] = _own(fact, superseded, disputed) or _built(fact, below, ledger)
    return found


def _built(fact: Fact, below: Sequence[Standing], ledger: Ledger) -> Standing:
    """What the evidence says, or the weakest of what a fact without evidence of its own rests on."""
    if below and not fact.evidence:
        return max(below, key=weakness)
    return Standing.CONFIRMED if _confirmed(fact, ledger) else Standing.SINGLE_SOURCE


def weakness(standing: Standing) -> int:
    """Confirmed is the strongest, then a single source; below them the order of the rules, first the weakest."""
    strength = {Standing.CONFIRMED: 0, Standing.SINGLE_SOURCE: 1}
    return strength.get(standing, len(_ORDER) - _ORDER.index(standing) + 1)


def _own(fact: Fact, superseded: set[str], disputed: set[str]) -> Standing | None:
    """What a fact and its relations decide before its evidence is counted."""
    if fact.retracted:
        return Standing.RETRACTED
    if fact.id in superseded:
        return Standing.SUPERSEDED
    if fact.id in disputed or any(evidence.stance is Stance.DISPUTES for evidence in fact.evidence):
        return Standing.DISPUTED
    by_modality = {Modality.PROJECTED: Standing.PROJECTED, Modality.CLAIMED: Standing.CLAIMED}
    return by_modality.get(fact.modality)


def _disputed(ledger: Ledger, superseded: set[str]) -> Iterator[str]:
    """Both sides of every declared disagreement between facts that are current."""
    for fact in ledger.facts.values():
        for each in fact.disagrees_with:
            other = ledger.facts.get(each.fact)
            pair = [fact, other] if other else []
            if pair and not any(one.retracted or one.id in superseded for one in (fact, other) if one):
                yield from (fact.id, each.fact)


def clashes(ledger: Ledger) -> dict[str, list[tuple[str, str]]]:
    """For each fact those it disagrees with and why, whichever of the two declares it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for fact in ledger.facts.values():
        for each in fact.disagrees_with:
            if each.fact in ledger.facts:
                found.setdefault(fact.id, []).append((each.fact, each.because))
                found.setdefault(each.fact, []).append((fact.id, each.because))
    return found


def replaced(ledger: Ledger) -> dict[str, list[str]]:
    """For each superseded fact those that took its place."""
    found: dict[str, list[str]] = {}
    for fact in ledger.facts.values():
        for name in () if fact.retracted else fact.supersedes:
            found.setdefault(name, []).append(fact.id)
    return found


def _confirmed(fact: Fact, ledger: Ledger) -> bool:
    """A primary source whose own wording was read, or two independent origins of which a machine could check one."""
    supporting = [each.source for each in fact.evidence if each.stance is Stance.SUPPORTS]
    known = [name for name in supporting if name in ledger.sources]
    sources = [ledger.sources[name] for name in known]
    if any(source.tier is Tier.PRIMARY and source.wording is not Wording.RELAYED for source in sources):
        return True
    return are_independent(known, ledger) and Proof.VERIFIED in _own_proofs(fact, ledger)


def are_independent(names: Iterable[str], ledger: Ledger) -> bool:
    """Whether sources go back to two origins at least that share neither publisher nor address."""
    origins = {origin(name, ledger) for name in names}
    known = [ledger.sources[name] for name in origins if name in ledger.sources]
    publishers = {" ".join(source.publisher.casefold().split()) for source in known}
    addresses = {canonical(source.url) if source.url else source.id for source in known}
    return len(publishers) > 1 and len(addresses) > 1


def origin(source: str, ledger: Ledger) -> str:
    """The source behind a source, following `relays`: three reports of one wire story are one origin."""
    seen = [source]
    while source in ledger.sources and (relayed := ledger.sources[source].relays):
        if relayed in seen:
            return min(seen)
        seen.append(relayed)
        source = relayed
    return source


def proofs(ledger: Ledger) -> dict[str, Proof]:
    """The best that any supporting evidence of a fact has shown; what rests on others is verified when all of them are."""
    shown: dict[str, Proof] = {}
    for fact in from_the_ground(ledger.facts):
        below = [shown[name] for name in rests_on(fact) if name in shown]
        verified = (
            Proof.VERIFIED in _own_proofs(fact, ledger)
            if fact.evidence
            else bool(below) and set(below) == {Proof.VERIFIED}
        )
        shown[fact.id] = Proof.VERIFIED if verified else Proof.NOT_CHECKED
    return shown


def _own_proofs(fact: Fact, ledger: Ledger) -> list[Proof]:
    """What each piece of supporting evidence of a fact has shown."""
    return [
        found.proof for index, found in ledger.proofs(fact) if fact.evidence[index].stance is Stance.SUPPORTS
    ]
