"""Importing the program and asking for help does nothing to the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEAVY = {"ctranslate2", "sentencepiece", "numpy", "lxml", "rich", "ray", "torch", "ruamel", "yaml",
         "ahocorasick", "sentencex", "argostranslate", "stanza", "jinja2"}


def run(code: str, home: Path) -> str:
    """Standard output of `code`, run with an empty home."""
    environment = {**os.environ, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        environment.pop(name, None)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True,
                          capture_output=True, text=True)
    return done.stdout


def test_every_module_imports_without_side_effect(tmp_path: Path) -> None:
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
               for path in (ROOT / "translate").rglob("*.py")
               if path.name != "__main__.py" and "\nimport torch\n" not in path.read_text("utf-8")]
    run(f"import importlib\nfor name in {modules!r}: importlib.import_module(name)", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = ("import sys\nfrom translate.cli import run_guarded\nrun_guarded(['--help'])\n"
            "print(*sys.modules, file=sys.stderr)\nprint('loaded', *sys.modules)")
    loaded = run(code, tmp_path).split("loaded ")[-1].split()
    assert HEAVY & set(loaded) == set()
