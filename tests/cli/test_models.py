"""`translate models` as a user meets it, against a real server on loopback."""

from __future__ import annotations

import hashlib
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.cli import run_guarded
from translate.engine.interface import Decoding
from translate.engine.models import load_model
from translate.engine.packages import find_packages, route
from translate.engine.tokenizer import load_tokenizer

ROOT = Path(__file__).parents[2]
MODELS = ROOT / "tests" / "models"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line; returns its exit code, output and errors."""
    def call(*args: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run_guarded(["models", *map(str, args)])
        return code, *capsys.readouterr()
    return call


@pytest.fixture
def index(site, pack, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Puts a package on the server and into its index; returns the archive."""
    rows: list[dict[str, object]] = []
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", site.url)
    site.files["/index.json"] = b"[]"

    def add(source: str = "en", target: str = "ko", version: str = "1.1", path: Path | None = None,
            **more: object) -> bytes:
        archive = pack.zip(path or pack(source, target, version)).read_bytes()
        link = f"/v1/translate-{source}_{target}-{version}.argosmodel"
        site.files[link] = archive
        rows.append({"package_version": version, "from_code": source, "from_name": source, "to_code": target,
                     "to_name": target, "links": [site.url + link, "ipfs://Qm"], **more})
        site.files["/index.json"] = json.dumps(rows).encode()
        return archive
    return add


def packages(home: Path) -> list[str]:
    """What is in the default folder, the lock aside."""
    folder = home / ".local/share/argos-translate/packages"
    return sorted(path.name for path in folder.iterdir() if path.name != ".glosswire-lock")


def test_list_shows_the_starter_for_what_it_is(run: Run) -> None:
    code, out, _ = run("list")
    assert code == 0
    assert "starter, for first steps only; news-dev chrF" in out
    assert "The built-in starter is weak" in out
    assert out.rstrip().endswith("translate models install en ja ko")


def test_list_as_json(run: Run, pack, tmp_path: Path) -> None:
    pack(into=tmp_path / "mine")
    (pack("en", "de", into=tmp_path / "mine") / "sentencepiece.model").unlink()
    rows = json.loads(run("list", "--models", tmp_path / "mine", "--json")[1])
    assert [(row["from"], row["to"], row["in_use"], row["starter"], row["broken"][:9]) for row in rows] == [
        ("en", "de", False, False, "it has no"), ("en", "ko", True, False, ""),
        ("en", "ja", True, True, ""), ("en", "ko", False, True, "")]
    out = run("list", "--models", tmp_path / "mine")[1]
    assert "broken: it has no sentencepiece.model or bpe.model" in out
    assert f"not used: {tmp_path / 'mine' / 'en_ko'} comes first" in out
    assert "translate models install en ja\n" in out


def test_available(run: Run, index, home: Path) -> None:
    index("en", "ko", "1.1")
    index("en", "ko", "1.0")
    index("ja", "en")
    assert [(row["from"], row["to"], row["version"], row["installed"])
            for row in json.loads(run("available", "--json")[1])] == [
        ("en", "ko", "1.1", ""), ("ja", "en", "1.1", "")]
    assert [row["to"] for row in json.loads(run("available", "en", "--json")[1])] == ["ko"]
    run("install", "en", "ko", "-q")
    assert "installed" in run("available", "en", "ko")[1]
    index("en", "ko", "1.2")
    assert "installed: 1.1, can be updated" in run("available")[1]
    assert json.loads(run("available", "de", "--json")[1]) == []


def test_install_list_remove(run: Run, index, home: Path) -> None:
    index("en", "ko")
    index("en", "ja")
    code, out, err = run("install", "en", "ko", "ja")
    assert code == 0
    assert [line.split(" in ")[0] for line in out.splitlines()] == ["installed en->ko 1.1",
                                                                    "installed en->ja 1.1"]
    assert "(undo: translate models remove en ko)" in out
    assert "en->ko 1.1: 0.0 kB of " in err
    assert packages(home) == ["en_ja", "en_ko"]
    assert "in use" in run("list")[1]
    code, out, _ = run("remove", "en", "ko", "--yes")
    assert (code, out.split(" from ")[0]) == (0, "removed en->ko 1.1")
    assert "(undo: translate models install en ko)" in out
    assert packages(home) == ["en_ja"]


def test_install_again(run: Run, index, site, home: Path) -> None:
    index("en", "ko")
    run("install", "en", "ko")
    count = len(site.seen)
    code, out, _ = run("install", "en", "ko")
    assert code == 0 and "already; --force installs 1.1 anew" in out
    assert len(site.seen) == count + 1
    assert run("install", "en", "ko", "--force")[1].startswith("installed en->ko 1.1")
    index("en", "ko", "1.2")
    assert run("install", "en", "ko")[1].startswith("installed en->ko 1.2")
    assert packages(home) == ["en_ko"]


def test_install_into_a_folder(run: Run, index, home: Path, tmp_path: Path) -> None:
    index("en", "ko")
    assert run("install", "en", "ko", "--models", "mine")[0] == 0
    assert (tmp_path / "work/mine/en_ko/metadata.json").exists()
    assert not list(home.iterdir())
    assert run("install", "en", "ko", "--models", "mine")[1].startswith("en->ko 1.1 is in mine/en_ko already")
    assert run("remove", "en", "ko", "--models", "mine", "--yes", "--quiet") == (0, "", "")
    assert run("remove", "en", "ko", "--models", "mine", "--yes")[2] == (
        "translate: no package from en to ko is installed in mine; see: translate models list\n")


def test_quiet(run: Run, index) -> None:
    index("en", "ko")
    assert run("install", "en", "ko", "--quiet") == (0, "", "")


def test_index_without_the_pair_installs_nothing(run: Run, index, home: Path) -> None:
    index("en", "ko")
    code, out, err = run("install", "en", "ko", "de")
    assert (code, out) == (2, "")
    assert err.startswith("translate: the index has no package from en to de; from en there are ko;")
    assert not list(home.iterdir())


def test_cut_download_goes_on(run: Run, index, site, home: Path) -> None:
    archive = index("en", "ko")
    link = "/v1/translate-en_ko-1.1.argosmodel"
    site.plan[link] = ["cut 99", "404"]
    code, _, err = run("install", "en", "ko")
    assert code == 2
    assert "404 Not Found; try again later, the same command goes on from there" in err
    part = ".translate-en_ko-1.1.argosmodel.part"
    assert packages(home) == [part, part + ".origin"]
    assert run("install", "en", "ko")[0] == 0
    assert site.seen[-1] == (link, "bytes=99-")
    assert packages(home) == ["en_ko"]
    assert len(archive) > 99


def test_killed_download_goes_on(run: Run, index, site, home: Path) -> None:
    index("en", "ko")
    link = "/v1/translate-en_ko-1.1.argosmodel"
    site.plan[link] = ["hang 99"]
    process = subprocess.Popen([sys.executable, "-m", "translate", "models", "install", "en", "ko"],
                               env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL)
    part = home / ".local/share/argos-translate/packages/.translate-en_ko-1.1.argosmodel.part"
    for _ in range(1000):
        if part.exists() and part.stat().st_size == 99:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert "en->ko  1.1" not in run("list")[1]
    assert run("install", "en", "ko")[0] == 0
    assert site.seen[-1] == (link, "bytes=99-")
    assert packages(home) == ["en_ko"]


@pytest.mark.parametrize(("more", "options", "message"), [
    ({"sha256": "0" * 64}, (), f"not {'0' * 64}: it is damaged or not the file that was meant"),
    ({}, ("--sha256", "1" * 64), f"not {'1' * 64}: it is damaged or not the file that was meant"),
    ({"size": 5}, (), "but the index says 5"),
    ({"links": []}, (), "the index gives no http or https link"),
    ({"links": ["ipfs://Qm"]}, (), "the index gives no http or https link"),
    ({"links": ["http://127.0.0.1:9/none"]}, (), "refuses the connection"),
])
def test_refused_download(more: dict[str, object], options: tuple[str, ...], message: str, run: Run, index,
                          home: Path) -> None:
    index("en", "ko", **more)
    code, out, err = run("install", "en", "ko", *options, "--quiet")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err
    assert packages(home) == []


def test_right_digest(run: Run, index, home: Path) -> None:
    archive = index("en", "ko")
    assert run("install", "en", "ko", "--sha256", hashlib.sha256(archive).hexdigest().upper())[0] == 0


def test_malicious_archive_from_the_index(run: Run, index, site, home: Path, tmp_path: Path) -> None:
    import io
    import zipfile
    index("en", "ko")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("en_ko/metadata.json", '{"from_code": "en", "to_code": "ko"}')
        file.writestr("../../../escaped", "x")
    site.files["/v1/translate-en_ko-1.1.argosmodel"] = data.getvalue()
    code, _, err = run("install", "en", "ko", "-q")
    assert (code, err.count("\n")) == (2, 1)
    assert "is refused: it holds '../../../escaped', a path that leaves its folder" in err
    assert packages(home) == []
    assert not list(tmp_path.rglob("escaped"))


def test_link_that_holds_another_package(run: Run, index, pack, home: Path) -> None:
    """It is told, and what it would have replaced stays."""
    index("en", "ko", path=pack("en", "fr", "9"))
    run("install", pack.zip(pack("en", "fr")))
    code, _, err = run("install", "en", "ko", "-q")
    assert code == 2 and "the index offers en->ko 1.1, but its link holds en->fr 9" in err
    assert packages(home) == ["en_fr"]
    assert [row["version"] for row in json.loads(run("list", "--json")[1]) if row["to"] == "fr"] == ["1.1"]


@pytest.mark.parametrize(("content", "message"), [(None, "404 Not Found"),
                                                  (b"<html>", "is no package index")])
def test_index_that_is_none(content: bytes | None, message: str, run: Run, site,
                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", site.url + "/x.json")
    if content:
        site.files["/x.json"] = content
    for command in (["available"], ["install", "en", "ko"]):
        code, out, err = run(*command)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert message in err and "ARGOS_PACKAGE_INDEX" in err


def test_index_that_is_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "file:///etc/")
    assert "only http and https addresses are fetched" in run("available")[2]


def test_install_from_a_file(run: Run, pack, home: Path) -> None:
    archive = pack.zip(pack())
    assert run("install", archive, "--sha256", "0" * 64)[0] == 2
    assert run("install", archive)[1].startswith("installed en->ko 1.1 in ")
    assert packages(home) == ["en_ko"] and archive.exists()


@pytest.mark.parametrize(("args", "message"), [
    (["en"], "translate: en: there is no such file; name one, or two languages: translate models "),
    (["x.argosmodel"], "translate: x.argosmodel: there is no such file"),
    (["en", "ko", "ja", "--sha256", "0" * 64], "translate: --sha256 goes with one package"),
    (["en", "ko", "--sha256", "abc"], "Error: Invalid value for '--sha256': a SHA-256 is 64 hexadecimal"),
    ([], "Error: Missing argument"),
])
def test_wrong_use_of_install(args: list[str], message: str, run: Run, index) -> None:
    code, _, err = run("install", *args)
    assert code == 2 and message in err


def test_refused_file(run: Run, tmp_path: Path, home: Path) -> None:
    (tmp_path / "work" / "article.txt").write_text("Kim spoke.")
    code, _, err = run("install", "article.txt")
    assert (code, err) == (2, "translate: article.txt: this is no .argosmodel archive (a zip file), or it is "
                              "cut short; download it again\n")
    assert not list(home.iterdir())


def test_folder_that_cannot_be_written(run: Run, index, home: Path) -> None:
    index("en", "ko")
    (home / ".local").write_text("in the way")
    code, _, err = run("install", "en", "ko")
    assert code == 2 and "cannot be written" in err and "--models DIR" in err


@pytest.mark.parametrize(("pair", "message"), [
    (("en", "ko"), "the built-in starter cannot be removed"),
    (("en", "de"), "no package from en to de is installed; see: translate models list"),
])
def test_nothing_to_remove(pair: tuple[str, str], message: str, run: Run) -> None:
    code, _, err = run("remove", *pair, "--yes")
    assert code == 2 and message in err


def test_broken_package_can_be_removed(run: Run, index, home: Path) -> None:
    index("en", "ko")
    run("install", "en", "ko")
    path = home / ".local/share/argos-translate/packages/en_ko"
    (path / "model/model.bin").write_bytes(b"")
    assert run("remove", "en", "ko", "--yes")[0] == 0
    assert packages(home) == []


def test_remove_does_not_guess(run: Run, index, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal nobody can be asked."""
    index("en", "ko")
    run("install", "en", "ko")
    monkeypatch.setattr("sys.stdin", open(os.devnull))
    code, _, err = run("remove", "en", "ko")
    sys.stdin.close()
    assert code == 2 and err.endswith("would be deleted; say --yes where nobody can be asked\n")
    assert packages(home) == ["en_ko"]


@pytest.mark.parametrize(("answer", "left"), [(b"n\n", ["en_ko"]), (b"\n", ["en_ko"]), (b"y\n", [])])
def test_remove_asks(answer: bytes, left: list[str], run: Run, pack, home: Path) -> None:
    run("install", pack.zip(pack()))
    person, terminal = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "translate", "models", "remove", "en", "ko"],
                               env={**os.environ, "PYTHONPATH": str(ROOT)}, stdin=terminal,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.write(person, answer)
    assert process.wait(20) == 0
    os.close(person)
    os.close(terminal)
    assert packages(home) == left


@pytest.fixture
def real(home: Path) -> Path:
    """Two packages that do translate, in the default folder."""
    folder = home / ".local/share/argos-translate/packages"
    for name in ("en_ko", "en_ja"):
        shutil.copytree(MODELS / name, folder / name)
    return folder


def test_verify(run: Run, real: Path) -> None:
    code, out, err = run("verify")
    assert (code, err) == (0, "")
    assert out.count(" ok") == 4
    assert run("verify", "--quiet") == (0, "", "")


def test_verify_finds_what_is_broken(run: Run, real: Path) -> None:
    model = real / "en_ko/model/model.bin"
    model.write_bytes(model.read_bytes()[:-100])
    (real / "en_ja/sentencepiece.model").write_bytes(b"no model")
    code, out, err = run("verify")
    assert code == 1
    assert out.count("broken") == 2 and out.count(" ok") == 2
    assert "model.bin is cut short" in err and "the tokenizer of en->ja" in err
    rows = json.loads(run("verify", "--json")[1])["packages"]
    assert [bool(row["broken"]) for row in rows] == [True, True, False, False]


def test_verify_finds_vocabularies_that_do_not_fit(run: Run, real: Path) -> None:
    (real / "en_ko/model/shared_vocabulary.json").write_text('["<unk>", "<s>", "</s>"]')
    code, _, err = run("verify")
    assert code == 1 and "en_ko" in err and "translate models install en ko" in err


def test_lock_and_verify(run: Run, real: Path, tmp_path: Path) -> None:
    code, out, _ = run("lock")
    assert code == 0 and out.startswith("locked en->ja ") and "in translate.lock (undo: " in out
    rows = json.loads((tmp_path / "work/translate.lock").read_text())["packages"]
    assert [(row["from"], row["to"]) for row in rows] == [("en", "ja"), ("en", "ko")]
    assert run("verify")[0] == 0
    with open(real / "en_ko/model/shared_vocabulary.json", "a") as file:
        file.write("\n")
    code, _, err = run("verify")
    assert (code, err.count("\n")) == (1, 1)
    assert "is not the locked" in err
    shutil.rmtree(real / "en_ko")
    assert "is not the locked" in run("verify")[2]


def test_lock_of_one_pair(run: Run, real: Path, tmp_path: Path) -> None:
    assert run("lock", "en", "ko")[0] == 0
    rows = json.loads((tmp_path / "work/translate.lock").read_text())["packages"]
    assert [(row["from"], row["to"]) for row in rows] == [("en", "ko")]
    assert run("lock", "en", "de")[0] == 2
    assert "to which language?" in run("lock", "en")[2]


def test_locked_package_that_is_gone(run: Run, pack, tmp_path: Path) -> None:
    mine = pack("en", "de").parent
    run("lock", "--models", mine)
    assert json.loads(run("verify", "--json")[1])["lock"] == [
        "translate.lock: en->de is locked, but not installed; install it: translate models install en de"]


def test_install_says_that_the_lock_differs(run: Run, index) -> None:
    index("en", "ko")
    run("lock", "en", "ko")
    out = run("install", "en", "ko")[1]
    assert "note: translate.lock: en->ko 1.1" in out and "models lock" in out


def test_installed_package_translates(run: Run, index, home: Path) -> None:
    """From the index to Korean."""
    index("en", "ko", path=MODELS / "en_ko")
    assert run("install", "en", "ko")[0] == 0
    package = route(find_packages(), "en", "ko")[0]
    source, wanted = (MODELS / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1].split("\t")[:2]
    tokenizer, model = load_tokenizer(package), load_model(package, Decoding(device="cpu", jobs=1))
    result = model.translate_batch(tokenizer.encode([source]), beam_size=4)[0]
    assert package.path.is_relative_to(home)
    assert tokenizer.decode(result.hypotheses[0]) == wanted
