"""Files from the web: resumed after a cut, tried again, tried elsewhere, checked."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from translate.engine.web import BROKEN, Fault, connection_fault, is_web, open_link
from translate.errors import DownloadError, OutputError

Shown = Callable[[int, int | None], None]
"""Is told the bytes that are there and the bytes of the whole, if known."""
Result = TypeVar("Result")
LARGEST = 8 << 30
"""Bytes of a file that will be fetched; the largest Argos package has under 1 GB."""
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to bear with a server."""

    timeout: float = 30.0
    """Seconds without a byte."""
    attempts: int = 5
    """Tries in a row that bring nothing."""
    pause: float = 1.0
    """Seconds before the second try; doubled before each further one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a part of a file belongs to: only the rest of the same thing may be appended to it."""

    link: str
    tag: str
    """A strong ETag, else Last-Modified, else empty."""
    total: int | None
    """Bytes of the whole."""


def fetch(links: Sequence[str], part: Path, *, sha256: str = "", size: int | None = None,
          shown: Shown = lambda done, total: None, patience: Patience = Patience()) -> None:
    """Bring a file to `part`; what an earlier call left there is completed, not fetched again.

    Args:
        links: Where it is to be had; tried in turn, those that are not http or https passed over.
        part: Where to put it. `part` with `.origin` behind its name says what it belongs to.
        sha256: Its digest, if known.
        size: Its bytes, if known.

    Raises:
        DownloadError: No link gives the whole, right file. What arrived is kept unless it is wrong.
        OutputError: It cannot be written.
    """
    faults = []
    for link in filter(is_web, links):
        try:
            _persist(lambda: _transfer(link, part, size, shown, patience.timeout), patience,
                     lambda: _size(part))
            _verify(part, sha256)
        except Fault as fault:
            faults.append(f"{link}: {fault}")
        else:
            _origin_file(part).unlink(missing_ok=True)
            return
    if not faults:
        raise DownloadError("the index gives no http or https link for this package; install it from a "
                            "file: translate models install FILE.argosmodel")
    kept = "the same command goes on from there" if _size(part) else "or install it from a file"
    raise DownloadError(f"{'; '.join(faults)}; try again later, {kept}")


def fetch_bytes(link: str, limit: int, patience: Patience = Patience()) -> bytes:
    """The content of a small file.

    Raises:
        DownloadError: It cannot be had, or has over `limit` bytes.
    """
    try:
        data = _persist(lambda: _read_all(link, limit, patience.timeout), patience)
    except Fault as fault:
        raise DownloadError(f"{link}: {fault}; try again later, or check ARGOS_PACKAGE_INDEX") from fault
    if len(data) > limit:
        raise DownloadError(f"{link}: it has over {limit:,} bytes, which is too many; check the address")
    return data


def digest_file(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal.

    Raises:
        OSError: It cannot be read.
    """
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _persist(action: Callable[[], Result], patience: Patience,
             grown: Callable[[], int] = lambda: 0) -> Result:
    """The result of `action`, tried until it comes or fails for good.

    Tries are counted anew whenever `grown` tells more than ever before, so that a server that gives the
    same bytes again and again is not asked for ever.
    """
    idle, most = 0, grown()
    while True:
        try:
            return action()
        except Fault as fault:
            idle = 0 if grown() > most else idle + 1
            most = max(most, grown())
            if not fault.again or idle >= patience.attempts:
                raise
            time.sleep(fault.pause or patience.pause * 2 ** max(0, idle - 1))


def _read_all(link: str, limit: int, timeout: float) -> bytes:
    with open_link(link, {}, timeout) as response:
        try:
            data: bytes = response.read(limit + 1)
        except BROKEN as error:
            raise connection_fault(error) from error
        length = response.headers.get("Content-Length", "")
    if length.isdigit() and len(data) < min(int(length), limit + 1):
        raise Fault("the connection was cut", again=True)
    return data


def _transfer(link: str, part: Path, size: int | None, shown: Shown, timeout: float) -> None:
    """Complete `part` from `link` in one request."""
    known = _load_origin(part)
    start = _size(part) if known is not None and known.link == link else 0
    if known is not None and start and start == known.total:
        return
    headers = {"Range": f"bytes={start}-"} if start else {}
    if known is not None and start and known.tag:
        headers["If-Range"] = known.tag
    try:
        response = open_link(link, headers, timeout)
    except Fault as fault:
        raise _restart(part, _changed()) if fault.status == 416 else fault
    with response:
        start, origin = _place(link, response, start, known, part)
        _check_size(origin.total, start, size, part)
        _append(response, part, start, origin, shown)


def _place(link: str, response: Any, start: int, known: Origin | None, part: Path) -> tuple[int, Origin]:
    """Where the response's bytes belong, and what they are part of."""
    headers = response.headers
    tag = headers.get("ETag", "")
    tag = headers.get("Last-Modified", "") if not tag or tag.startswith("W/") else tag
    if response.status != 206:
        length = headers.get("Content-Length", "")
        return 0, Origin(link, tag, int(length) if length.isdigit() else None)
    found = _RANGE.fullmatch(headers.get("Content-Range", ""))
    if not found or int(found[1]) != start or known is None or known.total not in (None, int(found[2])):
        raise _restart(part, _changed())
    return start, Origin(link, tag, int(found[2]))


def _append(response: Any, part: Path, start: int, origin: Origin, shown: Shown) -> None:
    """Write what the response holds behind the first `start` bytes of `part`."""
    done = start
    with _open_part(part, start, origin) as file:
        shown(done, origin.total)
        while chunk := _read_chunk(response):
            done += len(chunk)
            if done > LARGEST:
                raise Fault(f"it has over {LARGEST:,} bytes, which is too many for a package")
            _write(file, chunk, part)
            shown(done, origin.total)
    if origin.total is not None and done < origin.total:
        raise Fault(f"the connection was cut after {done:,} of {origin.total:,} bytes", again=True)


def _read_chunk(response: Any) -> bytes:
    try:
        chunk: bytes = response.read1(_CHUNK)
        return chunk
    except BROKEN as error:
        raise connection_fault(error) from error


def _open_part(part: Path, start: int, origin: Origin) -> Any:
    try:
        _origin_file(part).write_text(json.dumps(asdict(origin)), encoding="utf-8")
        return open(part, "ab" if start else "wb", buffering=0)
    except OSError as error:
        raise _unwritable(part, error) from error


def _write(file: Any, chunk: bytes, part: Path) -> None:
    view = memoryview(chunk)
    try:
        while view:
            view = view[file.write(view):]
    except OSError as error:
        raise _unwritable(part, error) from error


def _check_size(total: int | None, start: int, size: int | None, part: Path) -> None:
    """Refuse a file of the wrong size before its bytes come, and one that the disk has no room for."""
    if total is None:
        return
    if size is not None and total != size:
        raise Fault(f"it has {total:,} bytes, but the index says {size:,}")
    if total > LARGEST:
        raise Fault(f"it has {total:,} bytes, which is too many for a package")
    free = shutil.disk_usage(part.parent).free
    if free < total - start:
        raise OutputError(f"{part.parent}: {total - start:,} bytes are to come, but only {free:,} are free; "
                          "make room or choose another folder: --models DIR")


def _verify(part: Path, sha256: str) -> None:
    if not sha256:
        return
    found = digest_file(part)
    if found != sha256.lower():
        raise _restart(part, Fault(f"its SHA-256 is {found}, not {sha256.lower()}: it is damaged or not the "
                                   "file that was meant"))


def _restart(part: Path, fault: Fault) -> Fault:
    """Throw away what arrived, so that nothing is ever appended to it."""
    part.unlink(missing_ok=True)
    _origin_file(part).unlink(missing_ok=True)
    return fault


def _changed() -> Fault:
    return Fault("the file has changed on the server", again=True)


def _unwritable(part: Path, error: OSError) -> OutputError:
    return OutputError(f"{part}: cannot be written ({error.strerror}); free space or choose another folder: "
                       "--models DIR")


def _origin_file(part: Path) -> Path:
    return part.with_name(part.name + ".origin")


def _load_origin(part: Path) -> Origin | None:
    try:
        return Origin(**json.loads(_origin_file(part).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
