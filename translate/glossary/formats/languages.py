"""Language codes as other tools write them: EN-US, ko_KR, ja-JP."""

from __future__ import annotations

from translate.errors import ConfigError
from translate.glossary.formats.interface import Exchange
from translate.glossary.keys import is_language

_TOLD_APART = ("zh", "pt")
"""Languages whose regions write differently enough to be translated apart."""


def code_of(tag: str) -> str:
    """Our code for a language tag: the region goes where the language is written the same anywhere.

    >>> [code_of(tag) for tag in ("EN-US", "ko_KR", "zh-Hant-TW", "pt-br")]
    ['en', 'ko', 'zh-Hant-TW', 'pt-BR']
    """
    parts = tag.strip().replace("_", "-").split("-")
    parts[0] = parts[0].lower()
    for index, part in enumerate(parts[1:], 1):
        parts[index] = part.title() if len(part) == 4 else part.upper()
    kept = parts[0] in _TOLD_APART or any(len(part) == 4 for part in parts[1:])
    return "-".join(parts) if kept else parts[0]


def is_tag(tag: str) -> bool:
    """Whether `tag` names a language; Indonesian is `id` in other tools."""
    return code_of(tag) == "id" or is_language(code_of(tag))


def target_of(exchange: Exchange) -> str:
    """The language that the terms are translated into, where the file does not tell.

    Raises:
        ConfigError: It was not said, or several were.
    """
    if len(exchange.targets) != 1:
        raise ConfigError(f"{exchange.path}: the file does not tell which language it translates into; "
                          "name it, for example --to ko")
    return exchange.targets[0]
