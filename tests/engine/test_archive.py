"""Archives are looked through before a byte is unpacked."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from translate.engine import archive
from translate.engine.archive import inspect, unpack
from translate.errors import OutputError, PackageRefused

METADATA = json.dumps({"from_code": "en", "to_code": "ko", "package_version": "1.1"})


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """An archive of a package with further members, each a name or (ZipInfo, content)."""
    def build(*more: str | tuple[zipfile.ZipInfo, bytes], metadata: str | None = METADATA,
              top: str = "en_ko") -> Path:
        path = tmp_path / "x.argosmodel"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            if metadata is not None:
                file.writestr(f"{top}/metadata.json", metadata)
            for member in more:
                file.writestr(*((member, b"x") if isinstance(member, str) else member))
        return path
    return build


def entry(name: str, mode: int = 0, flags: int = 0) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr, info.create_system = mode << 16, 3
    info.flag_bits |= flags
    return info


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_package(pack, tmp_path: Path) -> None:
    made, out = pack(), tmp_path / "out"
    out.mkdir()
    path = pack.zip(made)
    assert inspect(path).name == "en->ko 1.1"
    assert unpack(path, out) == out / "en_ko"
    assert files(out / "en_ko") == files(made)
    assert (out / "en_ko/model/model.bin").read_bytes() == (made / "model/model.bin").read_bytes()


def test_permissions_of_the_archive_do_not_count(make, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    unpack(make((entry("en_ko/run", stat.S_IFREG | 0o4777), b"x")), out)
    assert (out / "en_ko/run").stat().st_mode & 0o7111 == 0


def test_additions_of_macos_are_left_out(make, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    unpack(make("__MACOSX/en_ko/._x"), out)
    assert files(out) == ["en_ko", "en_ko/metadata.json"]


@pytest.mark.parametrize(("member", "reason"), [
    ("/etc/cron.d/x", "an absolute path"),
    ("//server/x", "an absolute path"),
    ("../x", "a path that leaves its folder"),
    ("en_ko/../../x", "a path that leaves its folder"),
    ("en_ko/..", "a path that leaves its folder"),
    ("C:/x", "a drive letter"),
    ("en_ko\\..\\x", "backslash"),
    ("en_ko/x:stream", "a drive letter"),
    ("en_ko/./x", "no proper path"),
    ("en_ko//x", "no proper path"),
    ("en_ko/a\nb", "no proper path"),
    ("en_ko/" + "가" * 100, "a name that is too long"),
    ((entry("en_ko/x", stat.S_IFLNK | 0o777), b"/etc/passwd"), "a link or a device"),
    ((entry("en_ko/dir/", stat.S_IFLNK | 0o777), b"/etc"), "a link or a device"),
    ((entry("en_ko/x", stat.S_IFIFO), b""), "a link or a device"),
    ("en_ko/METADATA.json", "twice"),
    ("en_ko/metadata.json/x", "twice"),
    ("other/x", "one folder with a metadata.json"),
    ("x", "one folder with a metadata.json"),
])
def test_refused_member(member: str | tuple[zipfile.ZipInfo, bytes], reason: str, make,
                        tmp_path: Path) -> None:
    path, out = make(member), tmp_path / "out"
    out.mkdir()
    for attempt in (lambda: inspect(path), lambda: unpack(path, out)):
        with pytest.raises(PackageRefused, match=f"x.argosmodel: this archive is refused: .*{reason}"):
            attempt()
    assert not files(out)
    assert files(tmp_path) == ["out", "x.argosmodel"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_same_name_twice(make) -> None:
    with pytest.raises(PackageRefused, match="twice"):
        inspect(make("en_ko/x", "en_ko/x"))


def test_encrypted(make) -> None:
    path = make("en_ko/x")
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(PackageRefused, match="encrypted"):
        inspect(path)


@pytest.mark.parametrize(("metadata", "reason"), [
    (None, "one folder with a metadata.json"),
    ("{", "its metadata.json is no JSON"),
    ("{}", "names no language pair"),
    ('{"type": "sbd"}', "its type is 'sbd', which does not translate"),
    ('{"from_code": "..", "to_code": "ko"}', "names no language pair"),
    (" " * (archive.LARGEST_METADATA + 1), "one folder with a metadata.json"),
])
def test_refused_metadata(metadata: str | None, reason: str, make) -> None:
    with pytest.raises(PackageRefused, match=reason):
        inspect(make("en_ko/x", metadata=metadata))


def test_bomb(make) -> None:
    members = []
    for index in range(20):
        info = zipfile.ZipInfo(f"en_ko/{index}")
        info.compress_type = zipfile.ZIP_DEFLATED
        members.append((info, bytes(1_000_000)))
    with pytest.raises(PackageRefused, match="it would grow to 20,000,.* bytes from .*, as bombs do"):
        inspect(make(*members))


def test_more_than_the_limit(make) -> None:
    """The sizes that the archive claims count, before anything is unpacked."""
    path = make("en_ko/x")
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\1\2") + 24
    data[at:at + 4] = (archive.MOST_BYTES - 1).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(PackageRefused, match="over the limit of 4,294,967,296"):
        inspect(path)


def test_too_many_files(make) -> None:
    with pytest.raises(PackageRefused, match="it lists 10,001 files"):
        inspect(make(*(f"en_ko/{number}" for number in range(archive.MOST_FILES))))


@pytest.mark.parametrize("content", [b"", b"<html>", b"PK\3\4", b"PK\5\6" + bytes(10)])
def test_no_archive(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    path.write_bytes(content)
    with pytest.raises(PackageRefused, match="no .argosmodel archive"):
        inspect(path)


def test_missing_archive(tmp_path: Path) -> None:
    with pytest.raises(PackageRefused, match="cannot be read .No such file"):
        inspect(tmp_path / "none.argosmodel")


def test_damaged_member(pack, tmp_path: Path) -> None:
    """A flipped bit is found by its checksum while unpacking."""
    path, out = pack.zip(pack(model=bytes(range(256)) * 99)), tmp_path / "out"
    out.mkdir()
    data = bytearray(path.read_bytes())
    data[data.index(b"en_ko/model/model.bin") + 60] ^= 1
    path.write_bytes(data)
    with pytest.raises(PackageRefused, match="this archive is damaged at en_ko/model/model.bin"):
        unpack(path, out)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_cut_archive(share: float, pack) -> None:
    path = pack.zip(pack())
    data = path.read_bytes()
    path.write_bytes(data[:int(len(data) * share)])
    with pytest.raises(PackageRefused, match="or it is cut short; download it again"):
        inspect(path)


def test_folder_that_is_not_empty(pack, tmp_path: Path) -> None:
    """Nothing that exists is written over."""
    out = tmp_path / "out" / "en_ko"
    out.mkdir(parents=True)
    (out / "metadata.json").write_text("mine")
    with pytest.raises(OutputError, match="metadata.json: cannot be written .File exists"):
        unpack(pack.zip(pack()), out.parent)
    assert (out / "metadata.json").read_text() == "mine"
