"""A lock file holds a project to its packages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.engine.lock import LOCK, locked_pairs, verify_lock, write_lock
from translate.engine.packages import find_packages, route
from translate.errors import LockError
from translate.records import Package

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def package(pack) -> Package:
    return route(find_packages(pack()), "en", "ko")[0]


def test_what_was_locked_passes(package: Package) -> None:
    write_lock(LOCK, [package])
    verify_lock(LOCK, [package])
    verify_lock(LOCK, [])
    assert locked_pairs(LOCK) == (("en", "ko"),)
    row = json.loads(LOCK.read_text())["packages"][0]
    assert (row["from"], row["to"], row["version"], len(row["digest"])) == ("en", "ko", "1.1", 64)


def test_same_content_elsewhere_passes(package: Package, pack) -> None:
    write_lock(LOCK, [package])
    verify_lock(LOCK, route(find_packages(pack()), "en", "ko"))


def test_changed_package(package: Package) -> None:
    write_lock(LOCK, [package])
    with open(package.model / "model.bin", "ab") as file:
        file.write(b"x")
    with pytest.raises(LockError, match=r"^translate.lock: en->ko 1.1 in .* is not the locked 1.1 "):
        verify_lock(LOCK, [package])


def test_package_that_is_not_locked(package: Package) -> None:
    write_lock(LOCK, [])
    with pytest.raises(LockError, match="en->ko 1.1 is not locked; add it: translate models lock"):
        verify_lock(LOCK, [package])


def test_no_lock_file(package: Package) -> None:
    with pytest.raises(LockError, match="there is no lock file; write one: translate models lock"):
        verify_lock(LOCK, [package])


def test_other_keys_are_kept_and_order_is_fixed(package: Package) -> None:
    LOCK.write_text('{"glossaries": ["x"], "packages": []}', encoding="utf-8")
    packages = [package, route(find_packages(), "en", "ja")[0]]
    write_lock(LOCK, packages)
    first = LOCK.read_bytes()
    write_lock(LOCK, reversed(packages))
    assert LOCK.read_bytes() == first
    assert json.loads(first)["glossaries"] == ["x"]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"packages": [{"from": "en"}]}', "\udcff",
                                     '{"packages": [{"from": 1, "to": 2, "version": 3, "digest": 4}]}'])
def test_damaged_lock_file(content: str, package: Package) -> None:
    LOCK.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(LockError, match="translate models lock"):
        verify_lock(LOCK, [package])


def test_lock_file_that_is_a_folder(package: Package) -> None:
    Path(LOCK).mkdir()
    with pytest.raises(LockError, match="cannot be read"):
        verify_lock(LOCK, [package])
