"""What is no text is refused by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import InputError
from translate.readers import intake
from translate.readers.intake import load, refuse_binary

REFUSED = [
    (b"", "the file is empty"),
    (b"\x89PNG\r\n\x1a\nrest", "a PNG image"),
    (b"PK\x03\x04rest", "a ZIP archive or an office document"),
    (b"%PDF-1.7\n", "a PDF document"),
    (b"a\x00b", "a NUL byte at offset 1"),
    ("Kim".encode("utf-16-le"), "UTF-16 without a byte order mark"),
    (b"text \x01\x02\x03\x04", "4 control bytes of 9"),
]


@pytest.mark.parametrize("data", [
    b"a", b" \n\t\r\x0c", "\ufeffKim".encode("utf-16-le"), b"\xff\xfe\x00\x00",
    b"x" * 200 + b"\x08", b"\x1b$B", b"ab\x1a", bytes(range(128, 256))])
def test_what_may_be_text_passes(data: bytes) -> None:
    refuse_binary(data, "x")


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        refuse_binary(data, "x.txt")
    assert str(caught.value).startswith("x.txt: ") and message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_load(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Kim\r\n")
    assert load(tmp_path / "a.txt") == b"Kim\r\n"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            load(path)


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "SIZE_LIMIT", 3)
    (tmp_path / "a.txt").write_bytes(b"Kim\n")
    with pytest.raises(InputError, match="4 bytes is more than the limit"):
        load(tmp_path / "a.txt")
    with pytest.raises(InputError, match="4 bytes is more than the limit"):
        refuse_binary(b"Kim\n", "a.txt")
