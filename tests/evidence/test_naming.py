"""Which entities a text names, and whom `we` means in a source that says who speaks."""

from __future__ import annotations

import pytest

from generator.evidence.naming import names_of
from generator.language.lexicon import entries, texts
from generator.model.entity import Entity
from generator.model.names import is_named

ENTITIES = tuple(
    Entity.model_validate({"id": id, "name": name, "kind": kind, "aliases": aliases})
    for id, name, kind, aliases in (
        ("aquila", "L’Aquila", "place", ()),
        ("bank", "People's Bank", "organisation", ("the bank",)),
        ("meta", "Meta", "organisation", ("Meta Platforms",)),
        ("ada", "Ada Berg", "person", ("Berg",)),
        ("otto", "Otto Berg", "person", ("Berg",)),
        ("gazette", "The Gazette", "organisation", ()),
        ("cafe", "Café Zoë", "organisation", ("R&D", "AT&T")),
        ("gpt", "GPT-2", "model", ()),
    )
)
NAMES = names_of(ENTITIES)
BY_ID = {each.id: each for each in ENTITIES}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It shook L'Aquila.", "aquila=L'Aquila"),
        ("It shook L’Aquila’s walls.", "aquila=L’Aquila"),
        ("The People’s Bank lent it.", "bank=People’s Bank"),
        ("The bank lent it, as the bank does.", "bank=The bank, bank=the bank"),
        ("Meta Platforms grew.", "meta=Meta Platforms"),
        ("Meta-owned shops grew; Metal fell.", "meta=Meta"),
        ("Berg and Ada Berg met.", "ada+otto=Berg, ada=Ada Berg"),
        ("Ada\nBerg met the Gazette.", "ada=Ada\nBerg, gazette=the Gazette"),
        ("At Cafe\u0301 Zoë, AT&T did R&D.", "cafe=Cafe\u0301 Zoë, cafe=AT&T, cafe=R&D"),
        ("GPT-2 is older than GPT-20.", "gpt=GPT-2"),
        ("GPT–2 is old.", "gpt=GPT–2"),
        ("Me\u00adta grew.", "meta=Me\u00adta"),
        ("Nobody grew.", ""),
    ],
)
def test_names_are_found_whole_and_folded(text: str, found: str) -> None:
    named = NAMES.names_in(text)
    assert ", ".join(f"{'+'.join(each.entities)}={text[each.start : each.end]}" for each in named) == found
    for each in named:
        assert all(is_named(BY_ID[name], text) for name in each.entities)


@pytest.mark.parametrize("entry", entries("voice"), ids=lambda entry: str(entry["words"]))
def test_whoever_speaks_is_named_by_its_own_words(entry: dict[str, object]) -> None:
    names = names_of(())
    for kind in texts(entry, "for"):
        voice = Entity.model_validate({"id": "own", "name": "Own", "kind": kind})
        for text in texts(entry, "yes"):
            assert [each.entities for each in names.names_in(text, voice=voice)] == [("own",)], text
            assert not names.names_in(text)
            assert not names.names_in(text, voice=voice, quoted=[(0, len(text))])
        for text in texts(entry, "no"):
            assert not names.names_in(text, voice=voice), text
