"""The form that writes a fact, or corrects one, in the reader's own browser."""

from __future__ import annotations

from generator.explainers.desk import Desk
from generator.explainers.known import FOLDER, known_files
from generator.explainers.markdown import relative
from generator.explainers.templates import Markdown, fill
from generator.model.repository import new_file_address
from generator.schemas.published import path
from generator.theme import form_assets

SCHEMA = path("facts", draft="2020-12")


def contribution_form(desk: Desk) -> Markdown:
    """The form; without its script, a fact to copy and the way to a new file."""
    desk.assets.update(known_files(desk.ledger, desk.addresses, desk.repository))
    desk.assets.update(form_assets())
    return fill(
        "blocks/contribution.md",
        schema=Markdown(relative(SCHEMA, page=desk.page)),
        known=Markdown(relative(f"{FOLDER}/known.json", page=desk.page)),
        new=Markdown(new_file_address(desk.repository) if desk.repository else ""),
        topics=desk.ledger.topics(),
    )
