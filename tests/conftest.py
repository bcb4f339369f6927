"""A web server, package archives and an empty home, for tests of what is found and installed."""

from __future__ import annotations

import hashlib
import json
import struct
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.load_profile("same")

MODEL = struct.pack("<IH16sIII", 6, 16, b"TransformerSpec\0", 7, 0, 0)
"""The smallest whole `model.bin`: no variables, no aliases."""


class Site:
    """Serves `files`, with ranges, from a port of its own; misbehaves on request."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        """By path."""
        self.plan: dict[str, list[str]] = {}
        """By path what to do with its next requests: `404`, `503 9`, `cut 100`, `hang 100`, `whole`
        (as if ranges were unknown), `length 9` (a wrong one), `to URL` (redirect), `skew`."""
        self.seen: list[tuple[str, str]] = []
        """(path, Range header) of each request."""
        self.done = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                """Tests print nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        self.thread.start()

    def close(self) -> None:
        self.done.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        wanted = request.headers.get("Range", "")
        self.seen.append((request.path, wanted))
        verb, _, value = self.plan[request.path].pop(0).partition(" ") if self.plan.get(
            request.path) else ("", "", "")
        body = self.files.get(request.path)
        request.close_connection = True
        if verb == "to":
            self.head(request, 302, 0, {"Location": value})
        elif verb.isdigit() or body is None:
            self.head(request, int(verb) if verb else 404, 0, {"Retry-After": value} if value else {})
        else:
            self.send(request, body, wanted, verb, value)

    def send(self, request: BaseHTTPRequestHandler, body: bytes, wanted: str, verb: str,
             value: str) -> None:
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        start = int(wanted[6:-1]) if wanted and verb != "whole" and request.headers.get(
            "If-Range", tag) == tag else 0
        if start >= len(body) and start:
            return self.head(request, 416, 0, {"Content-Range": f"bytes */{len(body)}"})
        skew = 1 if verb == "skew" else 0
        more = {"Content-Range": f"bytes {start + skew}-{len(body) - 1}/{len(body)}"} if start else {}
        length = int(value) if verb == "length" else len(body) - start
        self.head(request, 206 if start else 200, length, {"ETag": tag, **more})
        request.wfile.write(body[start:start + int(value)] if verb in ("cut", "hang") else body[start:])
        request.wfile.flush()
        if verb == "hang":
            self.done.wait(20)
        return None

    @staticmethod
    def head(request: BaseHTTPRequestHandler, status: int, length: int, more: dict[str, str]) -> None:
        request.send_response(status)
        for name, value in {"Content-Length": str(length), **more}.items():
            request.send_header(name, value)
        request.end_headers()


class Packer:
    """Makes package folders and archives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.count = 0

    def __call__(self, source: str = "en", target: str = "ko", version: str = "1.1", *,
                 into: Path | None = None, name: str = "", model: bytes = MODEL,
                 **metadata: object) -> Path:
        """A package folder; `into` a folder of packages, or else one of its own."""
        self.count += 1
        path = (into or self.folder / str(self.count)) / (name or f"{source}_{target}")
        (path / "model").mkdir(parents=True)
        (path / "model" / "model.bin").write_bytes(model)
        (path / "model" / "shared_vocabulary.txt").write_text("<unk>\n", encoding="utf-8")
        (path / "sentencepiece.model").write_bytes(b"pieces")
        (path / "metadata.json").write_text(json.dumps({
            "package_version": version, "argos_version": "1.1", "from_code": source,
            "from_name": source.upper(), "to_code": target, "to_name": target.upper(), **metadata}),
            encoding="utf-8")
        return path

    def zip(self, path: Path) -> Path:
        """The package at `path` as an archive."""
        self.count += 1
        archive = self.folder / f"{self.count}.argosmodel"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            for member in [path, *sorted(path.rglob("*"))]:
                file.write(member, member.relative_to(path.parent))
        return archive


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on loopback."""
    served = Site()
    yield served
    served.close()


@pytest.fixture
def pack(tmp_path: Path) -> Packer:
    """Makes packages."""
    folder = tmp_path / "made"
    folder.mkdir()
    return Packer(folder)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, no Argos settings, no proxy, and an empty folder to work in."""
    import os
    for name in list(os.environ):
        if name.startswith(("ARGOS_", "XDG_", "SNAP")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    folder, work = tmp_path / "home", tmp_path / "work"
    folder.mkdir()
    work.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(work)
    return folder


@pytest.fixture(autouse=True)
def nobodys_machine(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No package or setting of the user reaches a test, and no test writes to the real home."""
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("nobody")))
    for name in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR",
                 "ARGOS_PACKAGE_INDEX", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "SNAP"):
        monkeypatch.delenv(name, raising=False)
