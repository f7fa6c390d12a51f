"""To whom an article gives words: by name, surname, role, pronoun, or as the organisation that is spoken for."""

from __future__ import annotations

import pytest

from generator.evidence.attribution import How, given_to
from generator.model.entity import Entity
from generator.reading.articles import Article, read_article


def entity(id: str, name: str, kind: str, *aliases: str, pronoun: str | None = None) -> Entity:
    return Entity.model_validate(
        {"id": id, "name": name, "kind": kind, "aliases": aliases, "pronoun": pronoun}
    )


BERG = entity("berg", "Ada Berg", "person", "Berg")
LIND = entity("lind", "Otto Lind", "person", "Lind")
OLGA = entity("olga", "Olga Lind", "person")
HOLT = entity("holt", "Jane Holt", "person")
ACME = entity("acme", "Acme", "organisation")
UNION = entity("union", "Civic Union", "organisation", "the Union")
ALL = (BERG, LIND, OLGA, HOLT, ACME, UNION)


def read(text: str) -> Article:
    return read_article("seeds/articles/a.md", f"---\nid: a\n---\n{text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We are ready,” said Ada Berg.", "berg named"),
        ("“We are ready,” Berg said.", "berg named"),
        ("“We are ready,” said Karl Unknown.", "berg other"),
        ("“We are ready,” said Karl Unknown.", "acme other"),
        ("Jane Holt came.\n\n“We are ready,” Holt said.", "holt surname"),
        ("“We are ready,” Holt said.", "holt other"),
        ("Otto Lind met Olga Lind.\n\n“We are ready,” Lind said.", "lind ambiguous"),
        ("Otto Lind came.\n\n“We are ready,” Lind said.", "lind surname"),
        ("“We are ready,” said Acme's chief executive, Jane Holt.", "holt named"),
        ("“We are ready,” said Acme's chief executive, Jane Holt.", "acme other"),
        ("“We are ready,” said Jane Holt of Acme.", "holt named"),
        ("“We are ready,” said Jane Holt of Acme.", "acme other"),
        ("“We are ready,” Civic Union leader Ada Berg said.", "berg named"),
        ("“We are ready,” Civic Union leader Ada Berg said.", "union other"),
        ("“We are ready,” Acme's spokeswoman said.", "acme spokesperson"),
        ("“We are ready,” a spokesman for Acme said.", "acme spokesperson"),
        ("“We are ready,” a spokesman for Ada Berg said.", "berg other"),
        ("“We are ready,” the Acme statement said.", "acme spokesperson"),
        ("“We are ready,” a worker at Acme said.", "acme other"),
        ("“We are ready,” said Acme.", "acme named"),
        ("Acme met the press.\n\n“We are ready,” the company said.", "acme pronoun"),
        ("Otto Lind, the mayor, came. Ada Berg left.\n\n“We are ready,” the mayor said.", "lind named"),
        ("Otto Lind, the mayor, came. Ada Berg left.\n\n“We are ready,” the mayor said.", "berg other"),
        ("Mayor Ada Berg came.\n\n“We are ready,” the mayor said.", "berg named"),
        ("Ada Berg came.\n\n“We are ready,” she said.", "berg pronoun"),
        ("Ada Berg came. Otto Lind left.\n\n“We are ready,” he said.", "lind pronoun"),
        ("Ada Berg came. Otto Lind left.\n\n“We are ready,” he said.", "berg other"),
        ("Ada Berg met Otto Lind.\n\n“We are ready,” he said.", "lind ambiguous"),
        ("Mrs. Berg met Otto Lind.\n\n“We are ready,” he said.", "lind pronoun"),
        ("Ada Berg, the chairwoman, met Otto Lind.\n\n“We are ready,” she said.", "berg pronoun"),
        ("Mr Lind came. Ada Berg, the chairwoman, left.\n\n“We are ready,” he said.", "lind pronoun"),
        ("Mr Lind met Mr. Unknown.\n\n“We are ready,” he said.", "lind pronoun"),
        ("Otto Lind came. Mr. Unknown left.\n\n“We are ready,” he said.", "lind other"),
        ("Acme’s Ada Berg came.\n\n“We are ready,” they said.", "berg pronoun"),
        ("Ada Berg came.\n\n“We are ready,” he said.", "acme other"),
        ("“It is late,” Ada Berg said.\n\n“We are ready.”", "berg named"),
        ("Ada Berg came.\n\n“We are ready.”", "berg pronoun"),
        ("“We are ready.”", "berg nobody"),
        ("“Otto Lind is late,” Ada Berg said. “We are ready,” she said.", "berg pronoun"),
        ("Dan Berg came. Leo Marsh left.\n\n“We are ready,” he said.", "berg other"),
        ("Ada Berg came. The New York office closed.\n\n“We are ready,” she said.", "berg pronoun"),
        ("Ada Berg came.\n\n“We are ready,” the report found.", "berg nobody"),
        ("Ada Berg was told: “We are ready.”", "berg nobody"),
        ("Ada Berg came. His captain, Leo Marsh, was blunter: “We are ready.”", "berg other"),
        ("Otto Lind came. His captain, Ada Berg, was blunter: “We are ready.”", "berg named"),
    ],
)
def test_the_article_gives_words_to(text: str, expected: str) -> None:
    article = read(text)
    name, how = expected.split()
    quotation = next(each for each in article.quotations if each.text.startswith("We are"))
    speaker = next(each for each in ALL if each.id == name)
    given = given_to(quotation, speaker, article, ALL)
    assert given.how is How(how)
    assert bool(given) is (how in ("named", "surname", "spokesperson", "pronoun"))


def test_whom_a_pronoun_means_is_said_by_the_entities_themselves() -> None:
    he, she = LIND.model_copy(update={"pronoun": "he"}), BERG.model_copy(update={"pronoun": "she"})
    article = read("Otto Lind opened it with Ada Berg. “It is good,” he said. “I doubt it,” she said.")
    good, doubt = article.quotations
    assert given_to(good, he, article, (he, she)).how is How.PRONOUN
    assert given_to(doubt, she, article, (he, she)).how is How.PRONOUN
    assert given_to(doubt, he, article, (he, she)).how is How.OTHER
    assert given_to(good, LIND, article, (LIND, BERG)).others == ("Ada Berg", "Otto Lind")
