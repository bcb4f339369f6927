"""The README is true: its commands run here and print what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def examples() -> list[list[tuple[str, str]]]:
    """For every console block its commands, each with the output that is to be seen."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    found = [re.split(r"^\$ ", block, flags=re.MULTILINE)[1:] for block in blocks]
    return [[(example.split("\n", 1)[0], example.split("\n", 1)[1]) for example in block] for block in found]


def pattern(expected: str) -> str:
    """A regular expression for an output in which `...` stands for anything, and runs of spaces are one."""
    parts = [re.escape(re.sub(" +", " ", part)) for part in expected.strip().split("...")]
    return ".*?".join(parts)


@pytest.mark.parametrize("block", examples(), ids=lambda block: block[-1][0][:40])
def test_commands_print_what_the_readme_says(block: list[tuple[str, str]], tmp_path: Path) -> None:
    for command, expected in block:
        command = command.replace("/tmp/glosswire-readme", str(tmp_path))
        program, *arguments = shlex.split(command)
        ours = program == "translate"
        done = subprocess.run([sys.executable, "-m", "translate", *arguments] if ours else ["sh", "-c", command],
                              cwd=ROOT, capture_output=True, text=True)
        assert done.returncode in (0, 3), done.stderr
        output = re.sub(" +", " ", done.stdout).replace(" \n", "\n").strip()
        assert re.fullmatch(pattern(expected), output, re.DOTALL), output


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake (\w+)", README)) - {"sure"}))
def test_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_files_that_are_named_exist() -> None:
    named = set(re.findall(r"`((?:corpus|glossaries|tests)/[\w./-]+)`", README))
    assert named and all((ROOT / name).exists() for name in named)
