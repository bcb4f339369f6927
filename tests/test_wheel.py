"""What `pip install .` puts on a machine: everything that the program reads while it runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("translate", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")


def test_the_wheel_holds_all_files_of_the_package(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    for rest in source.rglob("__pycache__"):
        shutil.rmtree(rest)
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
                    "--wheel-dir", tmp_path, source], check=True, capture_output=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        held = {name for name in wheel.namelist() if name.startswith("translate/")}
    wanted = {path.relative_to(source).as_posix() for path in (source / "translate").rglob("*") if path.is_file()}
    assert held == wanted
