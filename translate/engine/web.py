"""One HTTP request, with every way to fail told apart: worth another try or not."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import IO, Any
from urllib.parse import urlsplit

from translate import __version__

BROKEN = (OSError, http.client.HTTPException)
"""What a connection may raise while a response is read; a timeout is an OSError."""
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
"""Status codes that may be gone a moment later."""
_LONGEST_PAUSE = 60.0
"""Seconds; a server that asks for more is not waited for."""


class Fault(Exception):
    """A request that failed.

    Args:
        reason: In words.
        again: Whether another try may help.
        pause: Seconds that the server asks to wait before it; 0: it does not say.
        status: HTTP status code, if that is what went wrong.
    """

    def __init__(self, reason: str, again: bool = False, pause: float = 0.0, status: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.again, self.pause, self.status = reason, again, pause, status


def is_web(address: str) -> bool:
    """Whether `address` is http or https, the only schemes that are ever opened."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def open_link(address: str, headers: Mapping[str, str], timeout: float) -> Any:
    """The response, a context manager to read from; proxies come from the environment.

    Args:
        timeout: Seconds without a byte after which the connection counts as dead.

    Raises:
        Fault: There is none.
    """
    if not is_web(address):
        raise Fault("only http and https addresses are fetched")
    asked = {"User-Agent": f"glosswire/{__version__}", "Accept-Encoding": "identity", **headers}
    try:
        return _opener().open(urllib.request.Request(address, headers=asked), timeout=timeout)
    except urllib.error.HTTPError as error:
        with error:
            raise _status_fault(error) from error
    except BROKEN as error:
        raise connection_fault(error) from error
    except ValueError as error:
        raise Fault(f"it is no valid address ({error})") from error


def connection_fault(error: BaseException) -> Fault:
    """What an exception of a connection means."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Fault(f"its TLS certificate cannot be verified ({reason.verify_message}); check the clock and "
                     "the proxy, or name your organisation's certificates in SSL_CERT_FILE")
    if isinstance(reason, ssl.SSLError):
        return Fault(f"the TLS connection failed ({reason.reason or reason}); check the proxy")
    if isinstance(reason, socket.gaierror):
        return Fault("its host is not found; check the network and the proxy")
    if isinstance(reason, ConnectionRefusedError):
        return Fault("its host refuses the connection; check the address and the proxy")
    if isinstance(reason, TimeoutError):
        return Fault("it does not answer in time", again=True)
    if isinstance(error, http.client.InvalidURL):
        return Fault(f"it is no valid address ({error})")
    return Fault(f"the connection broke ({reason or type(error).__name__})", again=True)


def _status_fault(error: urllib.error.HTTPError) -> Fault:
    wait = error.headers.get("Retry-After", "") if error.headers else ""
    pause = float(wait) if wait.isascii() and wait.isdigit() else 0.0
    again = error.code in _AGAIN and pause <= _LONGEST_PAUSE
    return Fault(f"the server answers {error.code} {error.reason}".rstrip(), again, pause, error.code)


def _opener() -> urllib.request.OpenerDirector:
    """An opener without urllib's handlers for local files, FTP and data addresses."""
    opener = urllib.request.OpenerDirector()
    for handler in (urllib.request.ProxyHandler(), urllib.request.UnknownHandler(),
                    urllib.request.HTTPHandler(), urllib.request.HTTPSHandler(), SafeRedirects(),
                    urllib.request.HTTPDefaultErrorHandler(), urllib.request.HTTPErrorProcessor()):
        opener.add_handler(handler)
    return opener


class SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, but never from https to an address that anyone on the way may rewrite."""

    def redirect_request(self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
                         headers: http.client.HTTPMessage,
                         newurl: str) -> urllib.request.Request | None:
        """As urllib's own, which raises HTTPError for a redirect that may not be followed."""
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            reason = f"with a redirect to {newurl}, which is not https"
            raise urllib.error.HTTPError(req.full_url, code, reason, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
