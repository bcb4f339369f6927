"""Which packages are found, which of them is used, and what tells one from another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.small import STARTER_VERSION
from translate.engine.packages import (STARTER, Broken, Found, best, digest, find_packages,
                                       package_folders, route, signature)
from translate.errors import ConfigError, PackageBroken, PackageMissing
from translate.records import Package

pytestmark = pytest.mark.usefixtures("home")


def names(found: tuple[Found, ...]) -> list[str]:
    return [f"{entry.source}->{entry.target} {entry.version}" for entry in found]


def use(found: tuple[Found, ...], source: str = "en", target: str = "ko") -> str:
    return "+".join(package.name for package in route(found, source, target))


def test_only_the_starter() -> None:
    found = find_packages()
    assert names(found) == [f"en->ja {STARTER_VERSION}", f"en->ko {STARTER_VERSION}"]
    assert all(isinstance(entry, Package) and entry.starter for entry in found)


def test_the_starter_shares_one_model() -> None:
    ja, ko = route(find_packages(), "en", "ja")[0], route(find_packages(), "en", "ko")[0]
    assert ja.model.samefile(ko.model) and ja.tokenizer.samefile(ko.tokenizer)
    assert (ja.target_prefix, ko.target_prefix) == ("<2ja>", "<2ko>")
    assert ja.path != ko.path and digest(ja) != digest(ko)


def test_nothing_is_made_in_the_home(home: Path) -> None:
    find_packages()
    assert not list(home.iterdir())


def test_places_in_order(home: Path, pack, tmp_path: Path,
                         monkeypatch: pytest.MonkeyPatch) -> None:
    share = home / ".local" / "share" / "argos-translate" / "packages"
    pack(version="1.3", into=share)
    assert use(find_packages()) == "en->ko 1.3"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos"))
    pack(version="1.2", into=tmp_path / "argos")
    assert use(find_packages()) == "en->ko 1.2"
    pack(version="1.1", into=tmp_path / "mine")
    assert use(find_packages(tmp_path / "mine")) == "en->ko 1.1"
    assert names(find_packages(tmp_path / "mine")) == [
        "en->ko 1.1", "en->ko 1.2", "en->ko 1.3", f"en->ja {STARTER_VERSION}", f"en->ko {STARTER_VERSION}"]


@pytest.mark.parametrize("variable", ["ARGOS_PACKAGE_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR"])
def test_older_variables(variable: str, pack, tmp_path: Path,
                         monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "old"))
    pack(into=tmp_path / "old")
    assert use(find_packages()) == "en->ko 1.1"


def test_a_package_as_the_folder(pack) -> None:
    assert use(find_packages(pack(version="7"))) == "en->ko 7"


def test_higher_version_wins(pack, tmp_path: Path) -> None:
    for version in ("1.9", "1.10", "nonsense", "1.2"):
        pack(version=version, into=tmp_path / "mine", name=f"translate-en_ko-{version}")
    assert names(find_packages(tmp_path / "mine"))[:4] == [
        "en->ko 1.10", "en->ko 1.9", "en->ko 1.2", "en->ko nonsense"]


def test_the_starter_comes_last_wherever_it_lies(pack) -> None:
    assert names(find_packages(STARTER)) == [f"en->ja {STARTER_VERSION}", f"en->ko {STARTER_VERSION}"]
    mine = pack(version="9", glosswire={"starter": True}).parent
    pack(version="0.0.1", into=mine, name="other")
    assert use(find_packages(mine)) == "en->ko 0.0.1"


def test_missing_folder() -> None:
    with pytest.raises(ConfigError, match="--models no/such: there is no such folder"):
        package_folders(Path("no/such"))


def test_no_home_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/nonexistent/home")
    assert names(find_packages()) == [f"en->ja {STARTER_VERSION}", f"en->ko {STARTER_VERSION}"]


def test_what_is_no_package_is_passed_over(pack, tmp_path: Path) -> None:
    mine = pack().parent
    (mine / "notes.txt").write_text("x")
    (mine / "articles").mkdir()
    pack(into=mine, name=".hidden")
    pack("en", "de", into=mine, type="sbd")
    assert names(find_packages(mine))[:2] == ["en->ko 1.1", f"en->ja {STARTER_VERSION}"]


def break_package(path: Path, how: str) -> None:
    """Damage the package at `path`."""
    if how == "cut model":
        (path / "model" / "model.bin").write_bytes((path / "model" / "model.bin").read_bytes()[:-1])
    elif how == "empty tokenizer":
        (path / "sentencepiece.model").write_bytes(b"")
    elif how.startswith("no "):
        (path / how.removeprefix("no ")).unlink()
    else:
        (path / "metadata.json").write_text(how, encoding="utf-8")


@pytest.mark.parametrize(("how", "reason"), [
    ("no metadata.json", "it has no metadata.json"),
    ("no model/model.bin", "it has no model/model.bin"),
    ("no model/shared_vocabulary.txt", "its model has no vocabulary"),
    ("no sentencepiece.model", "it has no sentencepiece.model or bpe.model"),
    ("empty tokenizer", "it has no sentencepiece.model or bpe.model"),
    ("cut model", r"model\.bin is cut short \(after 33 bytes\)"),
    ("{", "its metadata.json is no JSON"),
    ("[]", "its metadata.json holds no JSON object"),
    ('{"from_code": "en"}', "names no language pair"),
    ('{"from_code": "en", "to_code": "../ko"}', "names no language pair"),
    *[('{"from_code": "en", "to_code": "ko", "glosswire": {"shares": "%s"}}' % place, reason)
      for place, reason in [("../../other", "not a folder beside"), ("..", "not a folder beside"),
                            ("/etc/x", "not a folder beside"), ("../gone", "no model/model.bin")]],
])
def test_broken_package(pack, how: str, reason: str) -> None:
    """It is named with its reason, stands in nobody's way, and fails only the run that needs it."""
    path = pack()
    pack("en", "ja", into=path.parent)
    break_package(path, how)
    found = find_packages(path.parent)
    broken = [entry for entry in found if isinstance(entry, Broken)]
    assert [entry.path for entry in broken] == [path]
    assert use(found, "en", "ja") == "en->ja 1.1"
    with pytest.raises(PackageBroken, match=f"(?s){path}.*{reason}.*translate models install en ko"):
        route(found, "en", "ko")


def test_a_better_package_than_the_broken_one(pack, tmp_path: Path) -> None:
    break_package(pack(version="1.0", into=tmp_path / "mine"), "cut model")
    pack(version="1.1", into=tmp_path / "mine", name="whole")
    assert use(find_packages(tmp_path / "mine")) == "en->ko 1.1"


def test_old_and_new_forms(pack) -> None:
    """Older packages: no target_prefix, vocabularies apart and as JSON, byte pairs."""
    path = pack()
    (path / "sentencepiece.model").rename(path / "bpe.model")
    (path / "model" / "shared_vocabulary.txt").rename(path / "model" / "target_vocabulary.json")
    package = route(find_packages(path), "en", "ko")[0]
    assert (package.tokenizer.name, package.target_prefix, package.code_switch) == ("bpe.model", "", False)
    values = json.loads((path / "metadata.json").read_text())
    values |= {"target_prefix": "__ko__",
               "glosswire": {"code_switch": True, "scores": {"chrF": 30, "x": "y"}}}
    (path / "metadata.json").write_text(json.dumps(values))
    package = route(find_packages(path), "en", "ko")[0]
    assert (package.target_prefix, package.code_switch, package.scores) == ("__ko__", True, {"chrF": 30.0})


def test_pivot(pack, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    pack("ko", "de", into=mine)
    pack("de", "ja", into=mine)
    assert use(find_packages(mine), "ko", "ja") == "ko->de 1.1+de->ja 1.1"
    pack("ko", "en", into=mine)
    assert use(find_packages(mine), "ko", "ja") == f"ko->en 1.1+en->ja {STARTER_VERSION}"
    pack("ko", "ja", into=mine)
    assert use(find_packages(mine), "ko", "ja") == "ko->ja 1.1"


def test_pivot_goes_round_a_broken_package(pack, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    break_package(pack("ko", "en", into=mine), "cut model")
    with pytest.raises(PackageBroken, match="ko_en"):
        route(find_packages(mine), "ko", "ja")
    pack("ko", "de", into=mine)
    pack("de", "ja", into=mine)
    assert use(find_packages(mine), "ko", "ja") == "ko->de 1.1+de->ja 1.1"


@pytest.mark.parametrize(("source", "target", "commands"), [
    ("en", "de", "translate models install en de"),
    ("ko", "en", "translate models install ko en"),
    ("de", "ko", "translate models install de en"),
    ("de", "fr", "translate models install de en && translate models install en fr"),
])
def test_missing_package_names_the_commands(source: str, target: str, commands: str) -> None:
    with pytest.raises(PackageMissing) as error:
        route(find_packages(), source, target)
    assert str(error.value).endswith(f": {commands}")


def test_digest_is_of_content(pack) -> None:
    first, second = (route(find_packages(pack()), "en", "ko")[0] for _ in range(2))
    assert first.path != second.path and digest(first) == digest(second)
    assert len(digest(first)) == 64


@pytest.mark.parametrize("name", ["model/model.bin", "model/shared_vocabulary.txt", "model/config.json",
                                  "sentencepiece.model"])
def test_digest_sees_every_file_that_decides(pack, name: str) -> None:
    package = route(find_packages(pack()), "en", "ko")[0]
    before = digest(package)
    with open(package.path / name, "ab") as file:
        file.write(b"x")
    assert digest(package) != before


def test_digest_leaves_out_what_does_not_decide(pack) -> None:
    package = route(find_packages(pack()), "en", "ko")[0]
    before = digest(package)
    (package.path / "README.md").write_text("x")
    (package.path / "model" / ".DS_Store").write_text("x")
    assert digest(package) == before


def test_digest_of_a_file_that_is_gone(pack) -> None:
    package = route(find_packages(pack()), "en", "ko")[0]
    (package.path / "sentencepiece.model").unlink()
    with pytest.raises(PackageBroken, match="cannot be read"):
        digest(package)


def test_signature() -> None:
    chain = route(find_packages(), "en", "ko")
    assert signature(chain, "beam:4").packages == (digest(chain[0]),)


def test_real_packages() -> None:
    found = find_packages(Path(__file__).parents[1] / "models")
    ko, ja = (route(found, "en", target)[0] for target in ("ko", "ja"))
    assert not ko.starter and ko.code_switch and ko.target_prefix == ""
    assert not ja.starter and not ja.code_switch and ja.target_prefix == "<2ja>"


def test_best_is_the_first_of_a_pair(pack, tmp_path: Path) -> None:
    pack(into=tmp_path / "mine")
    assert [entry.version for entry in best(find_packages(tmp_path / "mine")).values()] == ["1.1", STARTER_VERSION]
