"""What became of a source, as the memory's note on it holds it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from translate.batch.interface import Details, Finished, Told
from translate.records import Failed, Place, Removed

_TOLD = ("mentions", "open", "lacking")
_REMOVED = ("removed", "skipped")


def dump(finished: Finished) -> dict[str, Any]:
    """`finished` as plain values, without what is true of one run only; what is empty is left out."""
    details = {key: value for key, value in asdict(finished.details).items() if value}
    content = {"name": finished.name, "target": finished.target, "failed": finished.failed,
               "details": details, "more": finished.more, "size": finished.size}
    return {key: value for key, value in content.items() if value}


def load(content: dict[str, Any]) -> Finished:
    """What `dump` was given."""
    details = dict(content.get("details", {}))
    for key in _TOLD:
        details[key] = tuple(Told(**row) for row in details.get(key, ()))
    for key in _REMOVED:
        details[key] = tuple(Removed(Place(**row["place"]), row["text"], row["reason"])
                             for row in details.get(key, ()))
    details["failures"] = tuple(Failed(**row) for row in details.get("failures", ()))
    return Finished(0, content["name"], content["target"], content.get("failed", ""), Details(**details),
                    more=content.get("more", 0), size=content.get("size", 0))
