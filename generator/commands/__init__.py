"""The commands of `explainer`, one file each; a new one is a file and a line here."""

from generator.commands.audit import audit
from generator.commands.build import build
from generator.commands.check import check
from generator.commands.diff import diff
from generator.commands.due import due
from generator.commands.explain import explain
from generator.commands.fmt import fmt
from generator.commands.init import init
from generator.commands.links import links
from generator.commands.new import new
from generator.commands.schema import schema
from generator.commands.serve import serve
from generator.commands.verify_site import verify_site

COMMANDS = (
    audit,
    build,
    check,
    diff,
    due,
    explain,
    init,
    fmt,
    links,
    new,
    schema,
    serve,
    verify_site,
)

__all__ = ["COMMANDS"]
