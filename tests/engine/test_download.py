"""Downloads over a real connection that is cut, refused, slow or wrong."""

from __future__ import annotations

import hashlib
import http.client
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from translate.engine.download import Patience, fetch, fetch_bytes
from translate.engine.web import SafeRedirects, is_web
from translate.errors import DownloadError, OutputError

pytestmark = pytest.mark.usefixtures("home")
CONTENT = bytes(range(256)) * 400
SHA256 = hashlib.sha256(CONTENT).hexdigest()
QUICK = Patience(timeout=0.3, attempts=3, pause=0.01)


@pytest.fixture
def part(tmp_path: Path) -> Path:
    return tmp_path / "x.part"


def left(part: Path) -> list[str]:
    """What lies beside and at `part`."""
    return sorted(path.name for path in part.parent.glob("x.part*"))


def test_whole(site, part: Path) -> None:
    site.files["/x"] = CONTENT
    shown: list[tuple[int, int | None]] = []
    fetch([site.url + "/x"], part, sha256=SHA256.upper(), size=len(CONTENT), patience=QUICK,
          shown=lambda done, total: shown.append((done, total)))
    assert part.read_bytes() == CONTENT
    assert left(part) == ["x.part"]
    assert shown[0] == (0, len(CONTENT)) and shown[-1] == (len(CONTENT), len(CONTENT))
    assert site.seen == [("/x", "")]


def test_empty_file(site, part: Path) -> None:
    site.files["/x"] = b""
    fetch([site.url + "/x"], part, patience=QUICK)
    assert part.read_bytes() == b""


@pytest.mark.parametrize("plan", [["cut 70000"], ["hang 70000"], ["cut 70000", "503", "503"],
                                  ["cut 70000", "429 0"]])
def test_cut_and_resumed(plan: list[str], site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, plan.copy()
    fetch([site.url + "/x"], part, sha256=SHA256, patience=QUICK)
    assert part.read_bytes() == CONTENT
    assert site.seen == [("/x", "")] + [("/x", "bytes=70000-")] * len(plan)


def test_resumed_by_another_process(site, part: Path) -> None:
    """What an earlier call left is completed, even after it gave up."""
    site.files["/x"], site.plan["/x"] = CONTENT, ["cut 10", "404"]
    with pytest.raises(DownloadError, match="404 Not Found; try again later, the same command goes on from"):
        fetch([site.url + "/x"], part, patience=QUICK)
    assert left(part) == ["x.part", "x.part.origin"]
    fetch([site.url + "/x"], part, patience=QUICK)
    assert part.read_bytes() == CONTENT
    assert site.seen[-1] == ("/x", "bytes=10-")


def test_whole_file_of_a_killed_process_is_not_fetched_again(site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, [f"cut {len(CONTENT) - 1}", "404"]
    with pytest.raises(DownloadError):
        fetch([site.url + "/x"], part, patience=QUICK)
    part.write_bytes(CONTENT)
    fetch([site.url + "/x"], part, sha256=SHA256, patience=QUICK)
    assert len(site.seen) == 2


def test_changed_on_the_server_meanwhile(site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, ["cut 10", "404"]
    with pytest.raises(DownloadError):
        fetch([site.url + "/x"], part, patience=QUICK)
    site.files["/x"] = CONTENT[::-1]
    fetch([site.url + "/x"], part, patience=QUICK)
    assert part.read_bytes() == CONTENT[::-1]


@pytest.mark.parametrize("plan", [["cut 10", "whole"], ["cut 10", "skew"], ["cut 10", "416"]])
def test_server_that_cannot_resume(plan: list[str], site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, plan
    fetch([site.url + "/x"], part, sha256=SHA256, patience=QUICK)
    assert part.read_bytes() == CONTENT


def test_part_of_unknown_origin_is_not_built_upon(site, part: Path) -> None:
    site.files["/x"] = CONTENT
    part.write_bytes(b"something else")
    fetch([site.url + "/x"], part, patience=QUICK)
    assert part.read_bytes() == CONTENT


def test_gives_up(site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, ["hang 0"] * 9
    with pytest.raises(DownloadError, match=f"^{site.url}/x: it does not answer in time; try again later"):
        fetch([site.url + "/x"], part, patience=QUICK)
    assert len(site.seen) == 3


def test_goes_on_as_long_as_something_comes(site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, ["cut 9"] * 9
    fetch([site.url + "/x"], part, sha256=SHA256, patience=QUICK)
    assert site.seen[-1] == ("/x", "bytes=81-")


def test_next_link(site, part: Path) -> None:
    """IPFS and the like are passed over, what fails gives way to the next."""
    site.files |= {"/wrong": b"wrong", "/x": CONTENT}
    fetch(["ipfs://Qm", "file:///etc/passwd", site.url + "/none", site.url + "/wrong", site.url + "/x"],
          part, sha256=SHA256, patience=QUICK)
    assert part.read_bytes() == CONTENT
    assert [path for path, _ in site.seen] == ["/none", "/wrong", "/x"]


def test_no_usable_link(part: Path) -> None:
    with pytest.raises(DownloadError, match="no http or https link"):
        fetch(["ipfs://Qm", "ftp://x/y", "file:///etc/passwd", "http://[", "http://"], part)


def test_wrong_digest(site, part: Path) -> None:
    site.files["/x"] = CONTENT
    with pytest.raises(DownloadError, match=f"its SHA-256 is {SHA256}, not {'0' * 64}: it is damaged"):
        fetch([site.url + "/x"], part, sha256="0" * 64, patience=QUICK)
    assert left(part) == []


def test_wrong_size(site, part: Path) -> None:
    site.files["/x"] = CONTENT
    with pytest.raises(DownloadError, match="it has 102,400 bytes, but the index says 7"):
        fetch([site.url + "/x"], part, size=7, patience=QUICK)
    assert left(part) == []


def test_length_that_is_never_reached(site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, ["length 999999"] * 99
    with pytest.raises(DownloadError, match="after 102,400 of 999,999 bytes|has changed on the server"):
        fetch([site.url + "/x"], part, patience=QUICK)
    assert len(site.seen) < 9


def test_too_large(site, part: Path) -> None:
    site.files["/x"], site.plan["/x"] = CONTENT, [f"length {9 << 30}"]
    with pytest.raises(DownloadError, match="9,663,676,416 bytes, which is too many for a package"):
        fetch([site.url + "/x"], part, patience=QUICK)
    assert left(part) == []


def test_part_that_cannot_be_written(site, part: Path) -> None:
    site.files["/x"] = CONTENT
    part.mkdir()
    with pytest.raises(OutputError, match="cannot be written .*--models DIR"):
        fetch([site.url + "/x"], part, patience=QUICK)


def test_redirect(site, part: Path) -> None:
    site.files["/x"], site.plan["/old"] = CONTENT, ["to /x"]
    fetch([site.url + "/old"], part, patience=QUICK)
    assert part.read_bytes() == CONTENT


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_redirect_to_another_scheme(place: str, site, part: Path) -> None:
    site.plan["/old"] = [f"to {place}"]
    with pytest.raises(DownloadError):
        fetch([site.url + "/old"], part, patience=QUICK)
    assert not part.exists()


def test_no_redirect_from_https_to_http() -> None:
    request = urllib.request.Request("https://example.org/x")
    with pytest.raises(urllib.error.HTTPError, match="http://example.org/x, which is not https"):
        SafeRedirects().redirect_request(request, None, 302, "Found", http.client.HTTPMessage(),
                                         "http://example.org/x")


def test_refused_connection(part: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with pytest.raises(DownloadError, match="refuses the connection; check the address and the proxy"):
        fetch([f"http://127.0.0.1:{port}/x"], part, patience=QUICK)


def test_unknown_host(part: Path) -> None:
    with pytest.raises(DownloadError, match="its host is not found; check the network"):
        fetch(["http://no-such-host.invalid/x"], part, patience=QUICK)


def test_tls_where_there_is_none(site, part: Path) -> None:
    with pytest.raises(DownloadError, match="TLS|connection broke"):
        fetch([site.url.replace("http:", "https:") + "/x"], part, patience=QUICK)


def test_through_a_proxy(site, part: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy gets the whole address as path."""
    monkeypatch.setenv("http_proxy", site.url)
    site.files["http://packages.invalid/x"] = CONTENT
    fetch(["http://packages.invalid/x"], part, patience=QUICK)
    assert part.read_bytes() == CONTENT


@pytest.mark.parametrize("link", ["http://127.0.0.1:1/a b", "http://127.0.0.1:99999/x", "http://\u2603/ü x"])
def test_odd_addresses(link: str, part: Path) -> None:
    with pytest.raises(DownloadError):
        fetch([link], part, patience=QUICK)


def test_small_files(site) -> None:
    site.files["/i"], site.plan["/i"] = b"[]", ["503", "cut 1"]
    assert fetch_bytes(site.url + "/i", 10, QUICK) == b"[]"
    site.files["/i"] = b"x" * 11
    with pytest.raises(DownloadError, match="over 10 bytes"):
        fetch_bytes(site.url + "/i", 10, QUICK)
    with pytest.raises(DownloadError, match="404 Not Found; try again later, or check ARGOS_PACKAGE_INDEX"):
        fetch_bytes(site.url + "/none", 10, QUICK)
    with pytest.raises(DownloadError, match="only http and https"):
        fetch_bytes("file:///etc/passwd", 10, QUICK)


@pytest.mark.parametrize(("address", "expected"), [
    ("https://a.org/x", True), ("http://127.0.0.1:1", True), ("HTTP://a", True), ("ftp://a/x", False),
    ("file:///x", False), ("http:///x", False), ("http://[", False), ("", False), ("//a.org/x", False),
])
def test_is_web(address: str, expected: bool) -> None:
    assert is_web(address) is expected
