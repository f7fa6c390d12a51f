"""CSL-JSON: sources and facts as reference managers read them.

https://github.com/citation-style-language/schema
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from generator.explainers.telling import STANDINGS, statement_text
from generator.exports.csl_dates import csl_date
from generator.model.fact import Fact
from generator.model.ledger import Ledger
from generator.model.publication import Publication
from generator.model.source import Source

Item = Mapping[str, object]
_IN_SOMETHING = ("article-", "webpage", "post")
"""Types that appear in something with a name of its own, which is what the publisher is called by here."""


def of_source(source: Source) -> Item:
    """A source; its authors are literal names, since nobody told people from organisations."""
    held = {"container-title": source.publisher} if source.type.startswith(_IN_SOMETHING) else {}
    author = {"author": [{"literal": name} for name in source.author]} if source.author else {}
    issued = {"issued": csl_date(source.issued)} if source.issued else {}
    return {
        "id": source.id,
        "type": source.type,
        "title": source.title,
        **held,
        "publisher": source.publisher,
        **author,
        **issued,
        "accessed": csl_date(source.accessed),
        **({"URL": source.url} if source.url else {}),
        **({"archive": source.archive} if source.archive else {}),
    }


def of_fact(ledger: Ledger, fact: Fact, publication: Publication) -> Item:
    """A fact as a page of the site: what it says, how well it stands, where it stands for good."""
    address = publication.address_of_fact(fact.id)
    standing = ledger.standings[fact.id]
    return {
        "id": fact.id,
        "type": "webpage",
        "title": statement_text(ledger, fact),
        "container-title": publication.name,
        "publisher": publication.name,
        **({"URL": address} if address else {}),
        "note": f"Fact {fact.id}. Standing: {standing}. {STANDINGS[standing]}",
    }


def csl_text(items: Sequence[Item]) -> str:
    """The items as a CSL-JSON file, one a line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f"[\n{lines}\n]\n"
