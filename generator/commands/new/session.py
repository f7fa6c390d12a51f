"""One new record from its first answer to its file; nothing is written before the whole project was checked with it."""

from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from generator import files as disk
from generator.commands.new.asking import ask, ask_field, choose
from generator.commands.new.options import Given, option_of
from generator.commands.project import project_root, refuse
from generator.drafting.fields import Field, asked, every
from generator.drafting.hearing import disagreeing, hear
from generator.drafting.judging import Judgement, answer_at, compiled, judge
from generator.drafting.needs import INSTEAD, missing, needed, wanted
from generator.drafting.offers import Offer, offers
from generator.drafting.own_words import number_typed
from generator.model.base_fact import BaseFact
from generator.model.fact import Figure
from generator.model.record import Record
from generator.pipeline import Site
from generator.reading.quoting import unmarked
from generator.reporting import report


@dataclasses.dataclass(frozen=True)
class Project:
    """The files of the project as they are now, and what comes of them."""

    root: Path
    files: Mapping[str, bytes]
    site: Site

    def schema(self, name: str) -> str:
        """The path of the schema by which editors complete a file, empty where the project keeps none."""
        path = f"schema/draft-07/{name}.json"
        return path if (self.root / path).is_file() else ""


def project() -> Project:
    """The project this runs in, read once."""
    root = project_root()
    if can_ask():
        click.echo("The whole project is read first; this takes a few seconds.")
    files = disk.collect(root)
    return Project(root, files, compiled(files))


@dataclasses.dataclass(frozen=True)
class Session:
    """The record that is made: what is answered so far, and how answers become a file's text and an id."""

    project: Project
    model: type[Record]
    answers: Given
    compose: Callable[[Given], tuple[str, str]]
    propose: Callable[[Given], str]
    asks: bool
    clashes: dict[str, str] = dataclasses.field(default_factory=dict)
    """The facts that say something else, each with the reason why both stand."""

    def run(self) -> Judgement:
        """Ask for what is missing, then judge and ask again until the record stands; gives the written one's judgement."""
        self._complete()
        while True:
            path, text = self.compose(self.answers)
            if not text.encode().startswith(self.project.files.get(path, b"")):
                self._taken(path)
                continue
            if self.asks:
                click.echo("\nIt is checked with the whole project.")
            judged = judge(self.project.files, self.project.site, path, text)
            sys.stdout.write(report(judged.problems, judged.texts, os.environ, colour=sys.stdout.isatty()))
            if judged.stands and self._agreed(path, text):
                return judged
            if not self.asks:
                click.echo("Nothing is written.")
                sys.exit(1)
            places = [answer_at(text, path, problem) for problem in judged.problems if problem.is_error]
            self._mend(next(filter(None, places), ""))

    def _mend(self, key: str) -> None:
        """Ask for answers anew until one of them differs: the same ones would only be refused again."""
        before = (dict(self.answers), dict(self.clashes))
        self._change(key)
        while (self.answers, self.clashes) == before:
            click.echo(
                "\n  Nothing is changed yet. Another answer may be the wrong one; Ctrl-C ends without writing."
            )
            self._change("")

    def _taken(self, path: str) -> None:
        """Another file stands at `path`; a new id leads to another place."""
        told = f"{path} is there already, and stays as it is; choose another id"
        if not self.asks:
            refuse(told)
        click.echo(told)
        self._change("id")

    def _complete(self) -> None:
        if not self.asks:
            lacking = missing(self.model, self.answers)
            if lacking:
                refuse(_lacking(lacking, self.model))
            self.answers.setdefault("id", self.propose(self.answers))
            wrong = _id_of(self.model).trouble(str(self.answers["id"]), {})
            if wrong:
                refuse(wrong)
            for line in hear(self.project.site.ledger, self.answers).told:
                click.echo(line)
            return
        for field in asked(self.model):
            if field.name not in self.answers and wanted(field.name, self.answers):
                self._ask(field)
        if "id" not in self.answers:
            self._change("id")

    def _ask(self, field: Field, default: str | tuple[str, ...] = "") -> None:
        """Put the answer to a field among the answers; a quote that does not stand in its text is asked for again."""
        if field.name == "value" and not default and not self._known(field):
            default = next(iter(hear(self.project.site.ledger, self.answers).values), "")
        must = needed(field, self.answers)
        known = self._known(field)
        self.answers[field.name] = ask_field(
            field,
            known,
            default=default or field.default,
            needed=must,
            check=lambda text: self._trouble(field, text),
        )
        if self.answers[field.name] == field.default:
            self.answers[field.name] = ""
        if field.name == "value" and self.model is Figure and default != self.answers["value"]:
            self._compare(field)
        if field.name not in ("quote", "words") or not self.answers[field.name]:
            return
        self.answers[field.name] = unmarked(str(self.answers[field.name]))
        heard = hear(self.project.site.ledger, self.answers)
        for line in heard.told:
            click.echo(f"  {line}")
        if heard.missed and default != self.answers[field.name]:
            click.echo("  Write it again, or press Enter to leave it.")
            self._ask(field, self.answers[field.name])

    def _compare(self, field: Field) -> None:
        """Ask for the value again where the quote says another; whoever leaves it is told by the checks."""
        told = disagreeing(self.project.site.ledger, self.answers)
        if told:
            click.echo(f"  {told}")
            click.echo("  Write it again, or press Enter to leave it.")
            self._ask(field, self.answers["value"])

    def _change(self, key: str) -> None:
        """Ask anew for one answer, of which `key` is the likeliest."""
        known = {field.name: field for field in every(self.model)}
        if key != "id" or "id" in self.answers:
            names = [Offer(name, name) for name in (*known, *self._relations())]
            key = choose(
                "which answer is to change?", names, default=key if key in known else "", most=len(names)
            )
        if key in self._relations():
            fact = choose("the fact that says something else", offers(self.project.site.ledger, "fact"))
            self.clashes[fact] = ask("why both stand, in one sentence", lambda _: "")
            return
        if key == "id":
            proposed = str(self.answers.get("id") or self.propose(self.answers))
            check = _id_of(self.model).trouble
            self.answers["id"] = ask("id, its name for ever", lambda text: check(text, {}), default=proposed)
            return
        self._ask(known[key], self.answers.get(key, ""))

    def _relations(self) -> tuple[str, ...]:
        """What can be added to a fact that contradicts another."""
        return ("disagrees_with",) if issubclass(self.model, BaseFact) else ()

    def _known(self, field: Field) -> Sequence[Offer]:
        """What can be chosen for a field: the words or records that fit it."""
        terms = self.project.site.ledger.metrics.get(str(self.answers.get("property", "")))
        if field.name == "value" and terms:
            return tuple(Offer(name, label) for name, label in terms.terms.items())
        if field.words:
            return tuple(Offer(word, word) for word in field.words)
        found = offers(self.project.site.ledger, field.shelf) if field.shelf else ()
        if field.name in ("metric", "property"):
            sorts = field.name == "property"
            found = tuple(
                each for each in found if bool(self.project.site.ledger.metrics[each.id].terms) is sorts
            )
        return found

    def _trouble(self, field: Field, text: str) -> str:
        """Why an answer cannot stand, as far as it can be told before the whole is checked."""
        ledger = self.project.site.ledger
        return field.trouble(text, self._context()) or number_typed(ledger, self.answers, field.name, text)

    def _context(self) -> Mapping[str, object]:
        ledger = self.project.site.ledger
        entity = ledger.entities.get(str(self.answers.get("entity", "")))
        return {
            "fiscal_year_ends": entity.fiscal_year_ends if entity else None,
            "reading": ledger.reading(self.answers.get("metric")),
        }

    def _agreed(self, path: str, text: str) -> bool:
        """Whether the one who was asked wants it written as it is."""
        if not self.asks:
            return True
        click.echo(f"\n{text}")
        return click.confirm(f"Write this to {path}?", default=True)


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _id_of(model: type[Record]) -> Field:
    return next(field for field in every(model) if field.name == "id")


def _lacking(names: Sequence[str], model: type[Record]) -> str:
    there = {field.name for field in every(model)}
    told = [
        f"{option_of(INSTEAD[name])} or {option_of(name)}" if INSTEAD.get(name) in there else option_of(name)
        for name in names
    ]
    listed = ", ".join(told[:-1]) + (" and " if told[1:] else "") + told[-1]
    return f"{listed} {'are' if told[1:] else 'is'} missing; give {'them' if told[1:] else 'it'}, or run this at a terminal"
