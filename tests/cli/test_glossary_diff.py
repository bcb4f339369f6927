"""`glossary diff` over files, revisions and articles."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from translate.cli.glossary_diff import diff
from translate.errors import GlosswireError

OLD = "glossary: g\nentries:\n  - {id: kcna, en: KCNA, ko: 조선중앙통신}\n  - {id: fed, en: Fed, ko: 연준}\n"
NEW = OLD.replace("조선중앙통신", "북한통신")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two glossaries and an article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.yml").write_text(NEW, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("A headline\n\nIt rained. KCNA said so.\n", encoding="utf-8")
    (tmp_path / "articles" / "b.txt").write_text("The Fed met.\n", encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(diff, args, catch_exceptions=False)


def test_entries_and_sentences_are_shown(folder: Path) -> None:
    assert run("old.yml", "new.yml", "--corpus", "articles").stdout == (
        "entries: 0 added, 0 removed, 1 changed\n"
        "~ kcna\n"
        "    ko use: 조선중앙통신 -> 북한통신\n"
        "articles: 1 of 4 sentences in 1 of 2 articles would change\n"
        "articles/a.txt:3: ko: KCNA: 조선중앙통신 -> 북한통신\n"
        "    KCNA said so.\n")


def test_json_holds_the_same(folder: Path) -> None:
    found = json.loads(run("old.yml", "new.yml", "--corpus", "articles", "--json").stdout)
    assert found["entries"] == [{"id": "kcna", "what": "changed", "decides": True, "changes": [
        {"field": "ko use", "old": ["조선중앙통신"], "new": ["북한통신"]}]}]
    assert (found["sentences_changed"], found["sentences_in_all"], found["articles_changed"]) == (1, 4, 1)
    assert found["sentences"][0]["text"] == "KCNA said so."


def test_no_change_is_told(folder: Path) -> None:
    assert run("old.yml", "old.yml").stdout == "entries: 0 added, 0 removed, 0 changed\n"


def test_a_revision_of_git_is_read(folder: Path) -> None:
    def git(*args: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *args], check=True,
                       capture_output=True)
    git("init", "-q")
    (folder / "glossaries" / "sub").mkdir(parents=True)
    (folder / "glossaries" / "sub" / "g.yml").write_text(OLD, encoding="utf-8")
    git("add", "glossaries")
    git("commit", "-q", "-m", "one")
    (folder / "glossaries" / "sub" / "g.yml").write_text(NEW, encoding="utf-8")
    shown = run("git:HEAD", "glossaries").stdout
    assert shown.endswith("~ kcna\n    ko use: 조선중앙통신 -> 북한통신\n")
    assert run("git:HEAD:glossaries/sub/g.yml", "glossaries").stdout == shown
    for name, message in (("git:nowhere", "name a revision"), ("git:HEAD:other", "no glossary under other"),
                          ("git:", "no revision"), ("git:--help", "no revision")):
        with pytest.raises(GlosswireError, match=message):
            run(name, "glossaries")


def test_an_article_that_cannot_be_read_is_left_out(folder: Path) -> None:
    (folder / "articles" / "c.txt").write_bytes(b"\x00\x01\x02")
    result = run("old.yml", "new.yml", "--corpus", "articles")
    assert "1 of 4 sentences" in result.stdout
    assert result.stderr.startswith("translate: left out: ") and "c.txt" in result.stderr
