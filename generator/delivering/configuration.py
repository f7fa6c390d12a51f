"""The configuration that Zensical gets: the project's own `mkdocs.yml` without what only MkDocs can do."""

from __future__ import annotations

from collections.abc import Mapping

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

PLUGIN = "explainer"
VARIANT = "classic"
"""Of Zensical's two looks the one that has the theme's own class names, which our styles are made for."""
_TEXT = "tag:yaml.org,2002:str"


class Unreadable(Exception):
    """The configuration is no YAML, or no mapping; its text is one sentence that says where."""


def read(text: str) -> MappingNode:
    """The configuration as nodes: what its tags stand for (`!ENV` and others) is left to the engine."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise Unreadable(f"mkdocs.yml{place} is broken: {error.problem or error.context}") from None
    except yaml.YAMLError as error:
        raise Unreadable(f"mkdocs.yml is broken: {' '.join(str(error).split())}") from None
    if not isinstance(node, MappingNode):
        raise Unreadable("mkdocs.yml holds no settings; it begins with `site_name:`")
    return node


def for_zensical(text: str, *, overrides: str, settings: Mapping[str, str]) -> str:
    """The text of the derived configuration; `overrides` is the folder with our templates, `settings` are put in."""
    node = read(text)
    theme = _entry(node, "theme")
    if not isinstance(theme, MappingNode):
        name = theme if isinstance(theme, ScalarNode) else ScalarNode(_TEXT, "material")
        theme = MappingNode("tag:yaml.org,2002:map", [(ScalarNode(_TEXT, "name"), name)])
        _set(node, "theme", theme)
    if _entry(theme, "variant") is None:
        _set(theme, "variant", ScalarNode(_TEXT, VARIANT))
    _set(theme, "custom_dir", ScalarNode(_TEXT, overrides))
    for key, value in settings.items():
        _set(node, key, ScalarNode(_TEXT, value))
    plugins = _entry(node, "plugins")
    if isinstance(plugins, SequenceNode | MappingNode):
        plugins.value = [each for each in plugins.value if _name(each) != PLUGIN]
    return str(yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=10**6))


def lacks_plugin(text: str) -> bool:
    """Whether MkDocs would publish the pages as they are written, calls and all; a parent file may list the plugin."""
    node = read(text)
    plugins = _entry(node, "plugins")
    listed = plugins.value if isinstance(plugins, SequenceNode | MappingNode) else []
    return _entry(node, "INHERIT") is None and PLUGIN not in map(_name, listed)


def text_of(text: str, *keys: str) -> str:
    """The text at `keys` in a configuration; empty where there is none, or where it depends on the surroundings."""
    node: Node | None = read(text)
    for key in keys:
        node = _entry(node, key) if isinstance(node, MappingNode) else None
    return str(node.value) if isinstance(node, ScalarNode) else ""


def states(text: str, key: str) -> bool:
    """Whether the configuration says something at `key`, be it for the surroundings to fill in."""
    found = _entry(read(text), key)
    return found is not None and found.value != ""


def _entry(node: MappingNode, key: str) -> Node | None:
    return next((value for name, value in node.value if name.value == key), None)


def _set(node: MappingNode, key: str, value: Node) -> None:
    kept = [(name, old) for name, old in node.value if name.value != key]
    node.value = [*kept, (ScalarNode(_TEXT, key), value)]


def _name(plugin: Node | tuple[Node, Node]) -> object:
    """A plugin is listed by its name, or in a mapping from its name to its options."""
    if isinstance(plugin, tuple):
        return plugin[0].value
    return plugin.value[0][0].value if isinstance(plugin, MappingNode) and plugin.value else plugin.value
