"""What Argos Translate says of itself: its settings, the folders of its packages, its package index.

Nothing here imports argostranslate into this process: its `settings` module creates folders in $HOME
when it is imported. The names are those of argostranslate/settings.py, version 1.11.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Argos's package index, for when argostranslate is not installed."""
_ASK = "from argostranslate.settings import remote_package_index; print(remote_package_index)"
_PATIENCE = 20
"""Seconds that the answer may take."""


def setting(name: str) -> str:
    """The value of an Argos setting: from the environment, else from its settings.json, else empty."""
    return os.environ.get(name) or _from_file(name)


def package_folders() -> tuple[Path, ...]:
    """Where Argos packages may be installed, the folder that Argos itself uses first."""
    data = _folder("XDG_DATA_HOME", ".local/share")
    places = [setting("ARGOS_PACKAGES_DIR"), data and data / "packages", setting("ARGOS_PACKAGE_DIR"),
              setting("ARGOS_TRANSLATE_PACKAGE_DIR"), *_in_snap()]
    return tuple(dict.fromkeys(Path(place) for place in places if place))


def index_address() -> str:
    """The address of the package index.

    ARGOS_PACKAGE_INDEX may name the folder that holds `index.json`, as Argos has it, or a JSON file.
    """
    address = setting("ARGOS_PACKAGE_INDEX")
    if not address:
        return _index_of_argos() or INDEX
    return address if urlsplit(address).path.endswith(".json") else address.rstrip("/") + "/index.json"


def _from_file(name: str) -> str:
    """A file that cannot be read counts as empty, as it does for Argos."""
    folder = _folder("XDG_CONFIG_HOME", ".config")
    try:
        values = json.loads((folder / "settings.json").read_text(encoding="utf-8")) if folder else {}
    except (OSError, ValueError):
        return ""
    value = values.get(name) if isinstance(values, dict) else None
    return value if isinstance(value, str) else ""


def _folder(variable: str, beneath_home: str) -> Path | None:
    """One of Argos's folders; None where there is no home to have it in."""
    if os.environ.get(variable):
        return Path(os.environ[variable]) / "argos-translate"
    try:
        home = Path(os.environ["SNAP_USER_DATA"] if "SNAP" in os.environ else Path.home())
    except (KeyError, RuntimeError):
        return None
    return home / beneath_home / "argos-translate"


def _in_snap() -> Iterator[Path]:
    """The packages that come with Argos's snap, and those of its content snaps."""
    if "SNAP" not in os.environ:
        return
    custom = Path(os.environ["SNAP"]) / "snap_custom"
    yield custom / "packages"
    yield from sorted(path for path in (custom / "content_snap_packages").glob("*") if path.is_dir())


def _index_of_argos() -> str:
    """What the installed argostranslate would use, asked in a process with a throw-away home.

    Empty if it is not installed, or gives no answer.
    """
    try:
        with TemporaryDirectory() as home:
            kept = {name: value for name, value in os.environ.items()
                    if not name.startswith(("ARGOS_", "SNAP", "XDG_"))}
            answer = subprocess.run([sys.executable, "-I", "-c", _ASK], cwd=home, capture_output=True,
                                    env={**kept, "HOME": home, "USERPROFILE": home},
                                    text=True, timeout=_PATIENCE, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
    return answer if answer.startswith("https://") else ""
