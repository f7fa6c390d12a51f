"""The MkDocs plugin `explainer`: compiles before a build and hands MkDocs the pages, in memory only."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from html import escape
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator import files as disk
from generator.diagnostics import Diagnostic
from generator.engines.handing import finish, published
from generator.engines.rebuilding import Rebuilding
from generator.engines.surroundings import MOMENT, ONLY_WARNINGS, surroundings
from generator.engines.telling import STOPPED, tell
from generator.engines.waiting import Waiting, instead
from generator.pipeline import Site
from generator.reporting.line import render as lines
from generator.theme import overrides


class ExplainerConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves `__init_subclass__` untyped
    """The plugin takes no options: what it reads is where the project's layout says."""


class ExplainerPlugin(BasePlugin[ExplainerConfig]):  # type: ignore[no-untyped-call]  # the same
    """Unpacks MkDocs' configuration for `compile()`; holds the site of the build that is running."""

    def __init__(self) -> None:
        self.serving = False
        self.site: Site | None = None
        self.began = 0.0
        self.waiting: Waiting | None = None
        self.served = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether a mistake should stop the build or be shown on the page."""
        self.serving, self.began = command == "serve", time.monotonic()
        if ONLY_WARNINGS in os.environ:
            for handler in logging.getLogger("mkdocs").handlers:
                if isinstance(handler, logging.StreamHandler):
                    handler.setLevel(logging.WARNING)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put the site's own templates before the theme's; say where the site will stand, and of when it is."""
        config.theme.dirs.insert(0, overrides())
        told = surroundings(Path(config.config_file_path).parent)
        config.site_url = config.site_url or told.get("SITE_URL", "")
        if MOMENT in told:
            os.environ[MOMENT] = told[MOMENT]
        if self.serving and not self.served:
            self._wait(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Compile before anything is emptied or written; an error stops `mkdocs build` here."""
        self._say("Checking every fact and writing the pages; with all of Git’s history the first time.")
        self.site = disk.compiled(
            Path(config.config_file_path).parent,
            audited=not self.serving,
            told=True,
            address=config.site_url or "",
        )
        tell(self.site)
        if self.site.errors and not self.serving:
            raise Abort(STOPPED)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the pages and files of the compiled site in the place of whatever stands in the folder of pages.

        A page keeps its file, whose text the build never reads, so that the engine watches it.
        """
        root = Path(config.config_file_path).parent
        made = published(self._site(), root)
        written = {page.address for page in self._site().authored}
        for each in [each for each in files if each.src_dir == config.docs_dir or each.src_uri in made]:
            if each.src_uri not in written:
                files.remove(each)
        for path, content in made.items():
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=content))
        self._say(f"Making {len(files.documentation_pages())} pages into a site.")
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Leave out the theme’s source maps: they are heavy, and no reader loads them."""
        for each in [each for each in files if each.src_uri.endswith(".map")]:
            files.remove(each)

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """The rendered Markdown in place of the authored page's own text."""
        text = self._site().pages.get(page.file.src_uri)
        if text is None or not (self.serving and self._site().errors):
            return text
        return _with_banner(text, self._site().errors)

    @event_priority(-100)  # after the search plugin has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish what was written; while serving, MkDocs adds a script that no policy of ours knows."""
        own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
        finish(Path(config.site_dir), self._site().ledger, sealed=not self.serving, templates=own)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when a seed is saved; MkDocs watches `docs/` itself. From here on the server has the address."""
        root = Path(config.config_file_path).parent
        server.watch(str(root / "seeds"))
        rebuilding = Rebuilding(root, server.builder)
        server.builder = rebuilding
        server.set_app(instead(server.serve_request, lambda: rebuilding.problem))
        if self.waiting is not None:
            _hand_over(self.waiting, server)
            self.waiting = None
        self.served = True
        sys.stderr.write(
            f"The site is on {config.site_url}, after {time.monotonic() - self.began:.0f} seconds. "
            "It is built again whenever you save; Ctrl+C ends it.\n"
        )
        return server

    def _wait(self, config: MkDocsConfig) -> None:
        """Answer at the address of the site from now on; where that cannot be, MkDocs will say so."""
        with suppress(OSError):
            self.waiting = Waiting(*config.dev_addr)
            sys.stderr.write(f"{config.site_url} answers now, and shows the site once it is built.\n")

    def _say(self, stage: str) -> None:
        """What the first build does, for those who wait for it: in the terminal, and on the page."""
        if self.waiting is not None:
            self.waiting.stage = stage
            sys.stderr.write(f"{stage}\n")

    def _site(self) -> Site:
        assert self.site is not None, "MkDocs compiles before it reads pages"
        return self.site


def _hand_over(waiting: Waiting, server: LiveReloadServer) -> None:
    """Let the server take the socket that listens already, where it would bind one of its own."""

    def bind() -> None:
        server.socket.close()
        server.socket = waiting.handed_over()
        server.server_name, server.server_port = server.socket.getsockname()[:2]
        server.setup_environ()

    server.server_bind = bind  # type: ignore[method-assign]  # MkDocs makes the server, and binds it after `on_serve`


def _with_banner(markdown: str, errors: Sequence[Diagnostic]) -> str:
    """The page with all errors on top, below its front matter; only ever seen while serving."""
    head, fence, body = "", "", markdown
    if markdown.startswith("---\n"):
        head, fence, body = markdown[4:].partition("\n---\n")
        head = "---\n" + head
    shown = "".join(f"<li>{escape(line)}</li>" for line in lines(errors, {}).splitlines())
    banner = f'<div class="broken" role="alert"><p>This page is not what would be published:</p><ul>{shown}</ul></div>'
    return f"{head}{fence}\n{banner}\n\n{body}"
