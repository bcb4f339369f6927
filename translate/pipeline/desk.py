"""What translates into one language, and what of it decides a result."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from translate.engine.interface import Engine
from translate.glossary.match import Matcher
from translate.glossary.plan import Plan, survey
from translate.memory.near import Near
from translate.memory.rows import Approval, Asked, Key
from translate.pipeline.document import Document
from translate.records import Mention
from translate.terms.enforce import Enforcer, Settings

RESULTS = 1
"""Raised by whoever changes the engine, the terms or the text in a way that may change a translation: what
is remembered from before is then not used again."""


class Recalling(Protocol):
    """What a desk asks of a memory, here or on another machine; as the methods of `Memory`."""

    def recall(self, keys: Iterable[Key]) -> dict[Key, str]: ...

    def keep(self, rows: Iterable[tuple[Key, str]]) -> None: ...

    def approved(self, asked: Sequence[Asked]) -> list[Approval | None]: ...

    def near(self, asked: Sequence[Asked], limit: int = 3, cutoff: float = 70.0) -> list[list[Near]]: ...


@dataclass(frozen=True, slots=True)
class Terms:
    """How terms are found and enforced in one target language."""

    matcher: Matcher
    """Of the source language."""
    enforcer: Enforcer
    profile: str = ""
    """The house style; empty for the language's own."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What translates into one language."""

    engine: Engine
    terms: Terms | None = None
    """None for plain translation."""
    memory: Recalling | None = None
    """None to translate everything anew."""
    packages: str = ""
    """What decides a draft: digests of the packages, decoding options."""

    def survey(self, document: Document) -> Plan:
        """What the document speaks of; nothing without a glossary."""
        texts = [segment.text for segment in document.segments]
        if self.terms is None:
            return Plan(((),) * len(texts), ((),) * len(texts))
        return survey(texts, self.terms.matcher, self.engine.target, self.terms.profile)

    def key(self, text: str, mentions: Sequence[Mention], links: bool) -> Key:
        """What decides the translation of a sentence: that alone makes the memory forget it.

        A sentence without a mention does not depend on the glossary, nor on anything that only its
        enforcement reads.
        """
        parts = [f"results:{RESULTS}", self.packages, f"links:{int(links or bool(mentions))}"]
        if mentions and self.terms is not None:
            settings = self.terms.enforcer.settings
            parts += [f"profile:{self.terms.profile}", f"mentions:{_digest(mentions)}",
                      f"settings:{_settings(settings, mentions)}"]
        return Key(text, self.engine.source, self.engine.target, "|".join(parts))


def _digest(mentions: Sequence[Mention]) -> str:
    """Of what enforcement reads of the mentions."""
    rows = [(one.span.start, one.span.end, one.entry.id, one.entry.kind, one.form, one.wanted, one.admitted,
             one.avoided, one.reading) for one in mentions]
    return _hash(rows)


def _settings(settings: Settings, mentions: Sequence[Mention]) -> str:
    """Of what the ladder knows of the package and of these mentions."""
    known = {one.entry.id: list(settings.known.get(one.entry.id, ())) for one in mentions}
    return _hash([settings.code_switch, settings.trust, known])


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]
