"""Settings files: which is read, what they may say, and that an option wins."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from translate.cli import COMMANDS, cli
from translate.cli.settings import KNOWN, load_settings
from translate.errors import ConfigError


def values(folder: Path) -> dict[str, object]:
    return {key: setting.value for key, setting in load_settings(folder).items()}


def test_no_file_no_settings(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[flake8]\nmax-line-length = 100\n")
    (tmp_path / "pyproject.toml").write_text("[build-system]\nrequires = []\n")
    assert load_settings(tmp_path) == {}


@pytest.mark.parametrize(("name", "text"), [
    ("translate.toml", 'to = "ko,ja"\nbeam = 2\n'),
    ("pyproject.toml", '[tool.glosswire]\nto = "ko,ja"\nbeam = 2\n'),
])
def test_toml(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert values(tmp_path) == {"to": "ko,ja", "beam": 2}


def test_setup_cfg(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[glosswire]\nto = ko,ja\nbeam = 2\n")
    assert values(tmp_path) == {"to": "ko,ja", "beam": "2"}


def test_the_first_file_is_read_alone(tmp_path: Path) -> None:
    (tmp_path / "translate.toml").write_text('to = "ko"\n')
    (tmp_path / "setup.cfg").write_text("[glosswire]\nbeam = 2\n")
    assert values(tmp_path) == {"to": "ko"}


@pytest.mark.parametrize(("name", "text", "message"), [
    ("translate.toml", "# beem = 1\nbeem = 2\n", "translate.toml:2: unknown setting 'beem'; did you mean beam"),
    ("pyproject.toml", "[x]\nto_ = 1\n[tool.glosswire]\nfail_on = 1\n", "toml:4: unknown .* did you mean fail-on"),
    ("pyproject.toml", "[tool]\nglosswire = 3\n", r"no table; write \[tool.glosswire\]"),
    ("translate.toml", "to = \n", "translate.toml:1:6: no TOML"),
    ("setup.cfg", "[glosswire\nto = ko\n", "setup.cfg: "),
    ("setup.cfg", "[glosswire]\nnonsense = 1\n", "cfg:2: unknown setting 'nonsense'; known: to"),
])
def test_faults_name_the_file(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(ConfigError, match=message):
        load_settings(tmp_path)


def test_every_known_setting_is_an_option_of_some_command() -> None:
    context = click.Context(cli)
    commands = [cli.get_command(context, name) for name in COMMANDS]
    options = {option.lstrip("-") for command in commands if command
               for parameter in command.params for option in parameter.opts}
    assert set(KNOWN) - options <= {"glossary", "profile", "no-glossary"}


def test_the_source_language_is_no_package_to_train_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("translate.toml").write_text('from = "en"\n')
    context = click.Context(cli)
    cli.get_command(context, "train")
    assert context.default_map is not None
    assert context.default_map["train"] == {"prepare": {"source": "en"}, "run": {}, "export": {}, "evaluate": {}}


@pytest.mark.parametrize(("text", "message"), [
    ('to = 3\n', "translate.toml:1: to: 3 is no text"),
    ('to = "ko"\nfail-on = "never"\n', "translate.toml:2: fail-on: 'never' is not one of"),
    ('ignore = ["width", "nothing"]\n', "translate.toml:1: ignore: no rule is called 'nothing'"),
    ('select = "number-mismach"\n', "did you mean number-mismatch"),
    ('no-glossary = "perhaps"\n', "translate.toml:1: no-glossary: this is on or off"),
    ('jobs = "many"\n', "translate.toml:1: jobs: 'many' is not"),
    ('jobs = []\n', "not what this option takes"),
    ('waivers = "none.yml"\n', "translate.toml:1: waivers: .*none.yml.* does not exist"),
])
def test_values_are_looked_at_where_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str,
                                               message: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path("translate.toml").write_text(text)
    with pytest.raises(ConfigError, match=message):
        cli.get_command(click.Context(cli), "check")


@pytest.mark.parametrize(("name", "text"), [
    ("translate.toml", 'to = ["ko", "ja"]\nglossary = "g"\nquiet = true\nignore = ["width", "F01"]\n'),
    ("setup.cfg", "[glosswire]\nto = ko, ja\nglossary =\n  g\nquiet = yes\nignore =\n  width\n  F01\n"),
])
def test_lists_and_flags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text)
    Path("g").mkdir()
    context = click.Context(cli)
    cli.get_command(context, "check")
    assert context.default_map is not None and context.default_map["check"] == {
        "targets": "ko,ja", "glossaries": ["g"], "quiet": True, "ignore": "width,F01"}
