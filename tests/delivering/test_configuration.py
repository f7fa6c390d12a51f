"""Zensical gets the project's own configuration without what only MkDocs can do."""

from __future__ import annotations

import pytest
import yaml

from generator.delivering.configuration import Unreadable, for_zensical, lacks_plugin, read, text_of


def derived(text: str, **settings: str) -> str:
    return for_zensical(text, overrides="overrides", settings=settings)


@pytest.mark.parametrize(
    ("plugins", "kept"),
    [
        ("plugins: [explainer, search]", ["search"]),
        ("plugins:\n  - explainer\n  - search:\n      separator: '-'", [{"search": {"separator": "-"}}]),
        ("plugins:\n  - explainer:\n      on: yes\n  - search", ["search"]),
        ("plugins:\n  explainer: {}\n  search: {}", {"search": {}}),
        ("plugins: [search]", ["search"]),
    ],
)
def test_our_plugin_is_left_out_and_others_stay(plugins: str, kept: object) -> None:
    assert yaml.safe_load(derived(plugins))["plugins"] == kept


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("theme: material", {"name": "material", "variant": "classic"}),
        ("site_name: x", {"name": "material", "variant": "classic"}),
        ("theme: {name: material, font: false}", {"name": "material", "font": False, "variant": "classic"}),
        ("theme: {name: material, variant: modern}", {"name": "material", "variant": "modern"}),
        ("theme: {name: material, custom_dir: own}", {"name": "material", "variant": "classic"}),
    ],
)
def test_the_theme_has_our_templates_and_the_look_they_are_made_for(
    theme: str, expected: dict[str, object]
) -> None:
    assert yaml.safe_load(derived(theme))["theme"] == {**expected, "custom_dir": "overrides"}


def test_settings_are_put_in_and_tags_stay_as_they_are() -> None:
    text = 'site_url: !ENV [SITE_URL, ""]\nsite_dir: out\nextra:\n  emoji: !!python/name:a.b\n  é: “x”\n'
    lines = derived(text, site_dir="site").splitlines()
    assert 'site_url: !ENV [SITE_URL, ""]' in lines
    assert "  emoji: !!python/name:a.b ''" in lines
    assert "  é: “x”" in lines
    assert [line for line in lines if line.startswith("site_dir")] == ["site_dir: site"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("site_name: [", "mkdocs.yml:1:13 is broken: "),
        ("a: b: c", "mkdocs.yml:1:5 is broken: mapping values are not allowed here"),
        ("a: \x01", "mkdocs.yml is broken: "),
        ("", "mkdocs.yml holds no settings; "),
        ("- a", "mkdocs.yml holds no settings; "),
    ],
)
def test_what_is_no_configuration_is_said_with_its_place(text: str, sentence: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read(text)
    assert str(raised.value).startswith(sentence)
    assert "\n" not in str(raised.value)


def test_a_text_is_found_by_its_keys() -> None:
    text = "theme:\n  custom_dir: own\nsite_url: !ENV [A, b]\n"
    assert text_of(text, "theme", "custom_dir") == "own"
    assert (text_of(text, "theme", "none"), text_of(text, "none", "x"), text_of(text, "site_url")) == (
        "",
        "",
        "",
    )


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("plugins: [explainer]", False),
        ("plugins:\n  - search\n  - explainer: {}", False),
        ("plugins: {search: {}, explainer: {}}", False),
        ("INHERIT: base.yml", False),
        ("plugins: [search]", True),
        ("plugins: {search: {}}", True),
        ("site_name: x", True),
        ("plugins: explainer", True),
    ],
)
def test_mkdocs_needs_our_plugin(text: str, lacks: bool) -> None:
    assert lacks_plugin(text) is lacks
