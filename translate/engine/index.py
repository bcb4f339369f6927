"""The index of packages that can be installed: a JSON list, as Argos publishes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from translate.engine.download import Patience, fetch_bytes
from translate.engine.packages import version_key
from translate.errors import DownloadError, PackageMissing

_LARGEST = 16 << 20
"""Bytes of an index; Argos's own has 32 thousand."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be installed."""

    source: str
    target: str
    """Language codes."""
    source_name: str
    target_name: str
    """English names of the languages."""
    version: str
    links: tuple[str, ...]
    sha256: str = ""
    """Of the archive, where the index tells; Argos's own does not."""
    size: int | None = None
    """Bytes of the archive, where the index tells."""

    @property
    def name(self) -> str:
        """As `Package.name`."""
        return f"{self.source}->{self.target} {self.version}"


def load_index(address: str, patience: Patience = Patience()) -> tuple[Offer, ...]:
    """What the index at `address` offers, one package a language pair (its highest version).

    Raises:
        DownloadError: It cannot be had, or is no package index.
    """
    data = fetch_bytes(address, _LARGEST, patience)
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DownloadError(f"{address}: this is no package index ({error}); "
                            "check ARGOS_PACKAGE_INDEX") from error
    if not isinstance(rows, list):
        raise DownloadError(f"{address}: this is no package index; check ARGOS_PACKAGE_INDEX")
    return _newest([_offer(row) for row in rows if _is_translation(row)])


def choose(offers: Sequence[Offer], source: str, target: str) -> Offer:
    """The offer for a language pair.

    Raises:
        PackageMissing: There is none.
    """
    for offer in offers:
        if (offer.source, offer.target) == (source, target):
            return offer
    reachable = sorted(offer.target for offer in offers if offer.source == source)
    hint = f"from {source} there are {', '.join(reachable)}" if reachable else f"there are none from {source}"
    raise PackageMissing(f"the index has no package from {source} to {target}; {hint}; see all: "
                         "translate models available")


def _is_translation(row: Any) -> bool:
    return (isinstance(row, dict) and row.get("type", "translate") == "translate"
            and all(isinstance(row.get(key), str) and row[key] for key in ("from_code", "to_code")))


def _offer(row: dict[str, Any]) -> Offer:
    links, size = row.get("links"), row.get("size")
    return Offer(row["from_code"], row["to_code"],
                 str(row.get("from_name") or row["from_code"]), str(row.get("to_name") or row["to_code"]),
                 str(row.get("package_version") or "0"),
                 tuple(link for link in links if isinstance(link, str)) if isinstance(links, list) else (),
                 str(row.get("sha256") or ""), size if isinstance(size, int) else None)


def _newest(offers: Sequence[Offer]) -> tuple[Offer, ...]:
    newest: dict[tuple[str, str], Offer] = {}
    for offer in sorted(offers, key=lambda offer: version_key(offer.version)):
        newest[offer.source, offer.target] = offer
    return tuple(newest[pair] for pair in sorted(newest))
