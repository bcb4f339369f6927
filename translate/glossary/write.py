"""Values as YAML that every reader takes for the same: YAML 1.1 and 1.2, in a list or out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_SAFE = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff,:#\[\]{}]*"
                   r"[^\s\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff,:#\[\]{}])?")
"""Begins with a letter or digit, holds nothing that ends a text in a list, and no space at the end."""
_OTHER_READERS = re.compile(r"[yYnN]|0o[0-7]+|[-+]?[0-9][0-9_.eExXoObB+:-]*")
"""What is a text for one version of YAML and a number or a truth value for another."""
_ESCAPED = re.compile("[\\x00-\\x1f\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ud800-\\udfff]")
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: str) -> str:
    """`value` without quotes where it is safe, else in double quotes."""
    return value if _is_plain(value) else quoted(value)


def quoted(value: str) -> str:
    """`value` in double quotes."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ESCAPED.sub(lambda odd: _SHORT.get(odd[0], f"\\u{ord(odd[0]):04x}"), escaped) + '"'


def literal(value: str, indent: int) -> str | None:
    """`value` of several lines as a literal block behind `|`, or None where quotes are needed."""
    body = value.removesuffix("\n")
    if not body or body[0] in " \n\t" or body.endswith("\n") or _ESCAPED.search(body.replace("\n", "")):
        return None
    lines = [" " * indent + line if line else "" for line in body.split("\n")]
    return "\n".join(["|" if value.endswith("\n") else "|-", *lines])


def flow(value: Any) -> str:
    """`value`, made of texts, flags, lists and mappings, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(flow(inner) for inner in value) + "]"


@lru_cache(maxsize=100_000)
def _is_plain(value: str) -> bool:
    if not _SAFE.fullmatch(value) or _OTHER_READERS.fullmatch(value):
        return False
    import yaml
    resolver: Any = yaml.resolver.Resolver()
    return bool(resolver.resolve(yaml.ScalarNode, value, (True, False)) == "tag:yaml.org,2002:str")
