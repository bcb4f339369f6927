"""Installing and removing leave whole packages, whatever happens in between."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.small import STARTER_VERSION
from translate.engine.install import claim, install_archive, remove_package
from translate.engine.packages import find_packages, route
from translate.errors import OutputError, PackageRefused

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "packages"


def install(archive: Path, folder: Path) -> str:
    with claim(folder):
        return install_archive(archive, folder).name


def names(folder: Path) -> list[str]:
    """What lies in `folder`, the lock aside."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".glosswire-lock")


def used(folder: Path) -> str:
    return route(find_packages(folder), "en", "ko")[0].name


def test_install_and_remove(pack, folder: Path) -> None:
    with claim(folder):
        package = install_archive(pack.zip(pack()), folder)
    assert package == route(find_packages(folder), "en", "ko")[0]
    assert names(folder) == ["en_ko"]
    with claim(folder):
        remove_package(package.path)
    assert names(folder) == []
    assert used(folder) == f"en->ko {STARTER_VERSION}"


@pytest.mark.parametrize("name", ["en_ko", "translate-en_ko-1_2"])
@pytest.mark.parametrize("version", ["1.0", "1.2"])
def test_other_version_is_replaced(name: str, version: str, pack, folder: Path) -> None:
    """Also by an older one: who names a file wants that one to be used."""
    install(pack.zip(pack()), folder)
    pack("en", "ja", into=folder)
    install(pack.zip(pack(version=version, name=name)), folder)
    assert names(folder) == sorted(["en_ja", name])
    assert used(folder) == f"en->ko {version}"


def test_broken_package_is_replaced(pack, folder: Path) -> None:
    (pack(into=folder) / "metadata.json").write_text("{")
    install(pack.zip(pack()), folder)
    assert used(folder) == "en->ko 1.1"


@pytest.mark.parametrize("taken", ["other package", "folder", "file"])
def test_name_that_is_taken(taken: str, pack, folder: Path) -> None:
    folder.mkdir()
    if taken == "other package":
        pack("de", "fr", into=folder, name="en_ko")
    elif taken == "folder":
        (folder / "en_ko").mkdir()
        (folder / "en_ko" / "article.txt").write_text("x")
    else:
        (folder / "en_ko").write_text("x")
    before = sorted(folder.rglob("*"))
    with pytest.raises(OutputError, match="en_ko: this (folder holds another|name is taken).*--models DIR"):
        install(pack.zip(pack()), folder)
    assert [path for path in sorted(folder.rglob("*")) if path.name != ".glosswire-lock"] == before


@pytest.mark.parametrize("missing", ["model/model.bin", "model/shared_vocabulary.txt", "sentencepiece.model"])
def test_archive_without_a_part(missing: str, pack, folder: Path) -> None:
    install(pack.zip(pack(version="1.0")), folder)
    path = pack()
    (path / missing).unlink()
    with pytest.raises(PackageRefused, match="this archive holds no whole Argos package: "):
        install(pack.zip(path), folder)
    assert names(folder) == ["en_ko"] and used(folder) == "en->ko 1.0"


def test_archive_that_shares_a_neighbour(pack, folder: Path) -> None:
    with pytest.raises(PackageRefused):
        install(pack.zip(pack(glosswire={"shares": "../new"})), folder)
    assert names(folder) == []


def test_leftovers_of_a_killed_install(pack, folder: Path) -> None:
    """Killed while unpacking: the next install clears up."""
    pack(into=folder / ".glosswire-stage-x" / "new")
    (folder / ".glosswire-stage-x" / "old").mkdir()
    install(pack.zip(pack("en", "ja")), folder)
    assert names(folder) == ["en_ja"]


def test_killed_between_old_and_new(pack, folder: Path) -> None:
    """The old one goes back to its place."""
    pack(into=folder / ".glosswire-stage-x" / "old", version="1.0")
    with claim(folder):
        assert names(folder) == ["en_ko"]
    assert used(folder) == "en->ko 1.0"


@pytest.mark.parametrize("name", ["en_ko", "translate-en_ko-1_2"])
def test_killed_behind_new(name: str, pack, folder: Path) -> None:
    """The new one is in place: the old one is not wanted any more."""
    pack(into=folder / ".glosswire-stage-x" / "old", version="1.0")
    pack(into=folder, version="1.2", name=name)
    with claim(folder):
        assert names(folder) == [name]


KILLED = """
import os, shutil, sys
from pathlib import Path
from translate.engine.install import claim, install_archive
shutil.copyfileobj = lambda *_: os._exit(9)
with claim(Path(sys.argv[2])):
    install_archive(Path(sys.argv[1]), Path(sys.argv[2]))
"""
ARGOS = """
import sys
from pathlib import Path
from argostranslate import package
found = package.get_installed_packages([Path(sys.argv[1])])
print(*(f"{each.from_code}->{each.to_code}" for each in found if each.type == "translate"))
"""


def test_killed_while_unpacking(pack, folder: Path, home: Path) -> None:
    """Nothing but a hidden folder is left. Argos Translate, which stops at a folder without metadata,
    can live with it, and the next install clears it up."""
    pack("en", "ja", into=folder)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(pack.zip(pack())), str(folder)],
                            env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert killed.returncode == 9
    assert [name[:16] for name in names(folder)] == [".glosswire-stage", "en_ja"]
    assert used(folder) == f"en->ko {STARTER_VERSION}"
    told = subprocess.run([sys.executable, "-c", ARGOS, str(folder)], capture_output=True, text=True,
                          check=True)
    assert told.stdout == "en->ja\n"
    install(pack.zip(pack()), folder)
    assert names(folder) == ["en_ja", "en_ko"]


def test_one_install_at_a_time(folder: Path) -> None:
    order: list[str] = []
    inside, waited = threading.Event(), threading.Event()

    def second() -> None:
        inside.wait(5)
        with claim(folder, waiting):
            order.append("second")

    def waiting() -> None:
        order.append("waits")
        waited.set()
    other = threading.Thread(target=second)
    other.start()
    with claim(folder):
        inside.set()
        assert waited.wait(5)
        order.append("first ends")
    other.join()
    assert order == ["waits", "first ends", "second"]


def test_linked_package_is_unlinked_not_emptied(pack, folder: Path) -> None:
    folder.mkdir()
    real = pack()
    (folder / "en_ko").symlink_to(real)
    with claim(folder):
        remove_package(folder / "en_ko")
    assert names(folder) == [] and (real / "metadata.json").exists()


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be written .*choose another folder: --models DIR"):
        with claim(tmp_path / "file" / "packages"):
            raise AssertionError
