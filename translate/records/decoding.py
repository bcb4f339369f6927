"""Packages, and what they make of a segment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from translate.records.entry import Mention
from translate.records.place import Span


@dataclass(frozen=True, slots=True)
class Package:
    """An installed Argos package."""

    path: Path
    source: str
    target: str
    """Language codes."""
    version: str
    model: Path
    """The CTranslate2 folder; two packages may share one."""
    tokenizer: Path
    """`sentencepiece.model` or `bpe.model`."""
    target_prefix: str = ""
    """Token that names the target language in a multilingual model."""
    starter: bool = False
    """The built-in package."""
    code_switch: bool = False
    """It copies a rendering that stands in the source."""
    scores: Mapping[str, float] = field(default_factory=dict)
    """Quality figures that the package states of itself."""

    @property
    def name(self) -> str:
        """`en->ko 1.1`: how messages call it."""
        return f"{self.source}->{self.target} {self.version}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Everything that decides a result."""

    program: str
    packages: tuple[str, ...]
    """Digests of the packages on the route, first hop first."""
    decoding: str
    """Decoding options, `key:value` joined by `|`."""
    glossary: str = ""
    """Digest of the entries that matched."""
    profile: str = ""

    def __str__(self) -> str:
        return "|".join([f"glosswire:{self.program}", "packages:" + "+".join(d[:12] for d in self.packages),
                         self.decoding, f"glossary:{self.glossary[:12] or 'none'}",
                         f"profile:{self.profile or 'none'}"])


@dataclass(frozen=True, slots=True)
class Attention:
    """Cross-attention of one draft, from the head that the package exports for alignment."""

    rows: tuple[tuple[float, ...], ...]
    """[target tokens][source tokens]; row t belongs to target token t."""
    source: tuple[Span, ...]
    """Where each source token stands in the source text."""
    target: tuple[Span, ...]
    """Where each target token stands in the draft's text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model decoded for one segment."""

    tokens: tuple[str, ...]
    """Target pieces, without the language prefix and the end token."""
    text: str
    score: float
    """Log probability by token as the beam saw it (higher is better)."""
    links: tuple[tuple[Span, Span], ...] = ()
    """(source span, target span) for each target piece, by cross-attention; empty when not asked for."""
    attention: Attention | None = None
    """What the links were made from; None when not asked for, or where a pivot stands between."""
    alternatives: tuple[Draft, ...] = ()
    """The rest of the n-best list, best first."""
    retried: bool = False
    """A decoder loop was found, and the segment was decoded again without repeated n-grams."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A segment or an article that has no result, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """One edit on the way from the draft to the translation."""

    name: str
    """The rung or the repair that made it."""
    span: Span
    """What it replaced, in the text as it was before the step."""
    before: str
    after: str
    entry: str = ""
    """The entry it was made for, if any."""

    def apply(self, text: str) -> str:
        """`text` after the step."""
        return text[:self.span.start] + self.after + text[self.span.end:]


Rung = Literal["natural", "swapped", "forced", "substituted", "unresolved"]
"""How a mention got its rendering: written by the model; put in place of another; the model made to
begin with it; put into the source; not at all."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one mention."""

    mention: Mention
    rung: Rung
    span: Span | None
    """Where the rendering stands in the translation; None when unresolved."""
    before: str = ""
    """What the model had written in its place; empty when nothing was found."""
    after: str = ""
    """What stands there now."""
    change: float = 0.0
    """Score of the translation less that of the draft, in log probability by token."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The final text of one segment."""

    text: str
    origin: Literal["model", "memory", "approved", "copied"]
    """Who wrote it; `copied`: there was nothing to translate."""
    score: float | None = None
    steps: tuple[Step, ...] = ()
    """From the draft to the text: applied in order, they give it."""
    links: tuple[tuple[Span, Span], ...] = ()
    """As in `Draft.links`, for the final text."""
    mentions: tuple[Rendered, ...] = ()
    """What became of each mention, in source order."""
