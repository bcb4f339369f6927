"""Settings files: which is read, what they may say, and that an option wins."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from translate.cli import COMMANDS, cli
from translate.cli.settings import KNOWN, load_settings
from translate.errors import ConfigError


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
    assert load_settings(tmp_path) == {"to": "ko,ja", "beam": 2}


def test_setup_cfg(tmp_path: Path) -> None:
    (tmp_path / "setup.cfg").write_text("[glosswire]\nto = ko,ja\nbeam = 2\n")
    assert load_settings(tmp_path) == {"to": "ko,ja", "beam": "2"}


def test_the_first_file_is_read_alone(tmp_path: Path) -> None:
    (tmp_path / "translate.toml").write_text('to = "ko"\n')
    (tmp_path / "setup.cfg").write_text("[glosswire]\nbeam = 2\n")
    assert load_settings(tmp_path) == {"to": "ko"}


@pytest.mark.parametrize(("name", "text", "message"), [
    ("translate.toml", "beem = 2\n", "unknown setting 'beem'; did you mean beam"),
    ("translate.toml", "to = \n", "translate.toml: "),
    ("setup.cfg", "[glosswire\nto = ko\n", "setup.cfg: "),
    ("setup.cfg", "[glosswire]\nnonsense = 1\n", "unknown setting 'nonsense'; known: to, from"),
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
