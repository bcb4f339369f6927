"""Argos Translate's own settings are read as it reads them, and nothing is made in the home."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from translate.engine import argos


def write_settings(home: Path, values: object) -> None:
    folder = home / ".config" / "argos-translate"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps(values), encoding="utf-8")


def test_default_index(home: Path) -> None:
    """argostranslate is asked, and creates nothing here."""
    assert argos.index_address() == argos.INDEX
    assert not list(home.iterdir())
    assert not any(name.startswith("argostranslate") for name in sys.modules
                   if name not in ("argostranslate", "argostranslate.apply_bpe"))


def test_the_index_is_that_of_argostranslate(tmp_path: Path) -> None:
    """Our fallback is what the installed version says."""
    told = subprocess.run(
        [sys.executable, "-c", "from argostranslate import settings; print(settings.remote_package_index)"],
        env={"HOME": str(tmp_path)}, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == argos.INDEX


@pytest.mark.parametrize(("value", "address"), [
    ("https://example.org/index/", "https://example.org/index/index.json"),
    ("https://example.org/index", "https://example.org/index/index.json"),
    ("https://example.org/ours.json", "https://example.org/ours.json"),
    ("https://example.org/ours.json?token=1", "https://example.org/ours.json?token=1"),
])
@pytest.mark.parametrize("where", ["environment", "settings.json"])
def test_index_elsewhere(value: str, address: str, where: str, home: Path,
                         monkeypatch: pytest.MonkeyPatch) -> None:
    if where == "environment":
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", value)
    else:
        write_settings(home, {"ARGOS_PACKAGE_INDEX": value})
    assert argos.index_address() == address


def test_environment_wins(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(home, {"ARGOS_PACKAGES_DIR": "/from/file"})
    assert argos.package_folders()[0] == Path("/from/file")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/from/environment")
    assert argos.package_folders()[0] == Path("/from/environment")


@pytest.mark.parametrize("values", [[], {"ARGOS_PACKAGES_DIR": 1}, None])
def test_odd_settings_count_as_none(values: object, home: Path) -> None:
    write_settings(home, values)
    assert argos.package_folders() == (home / ".local/share/argos-translate/packages",)


def test_xdg_and_snap(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "snap" / "snap_custom" / "content_snap_packages" / "a"
    content.mkdir(parents=True)
    monkeypatch.setenv("SNAP", str(tmp_path / "snap"))
    assert argos.package_folders() == (tmp_path / "snap/snap_custom/packages", content)
    monkeypatch.setenv("SNAP_USER_DATA", str(tmp_path / "user"))
    assert argos.package_folders()[0] == tmp_path / "user/.local/share/argos-translate/packages"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert argos.package_folders()[0] == tmp_path / "data/argos-translate/packages"
