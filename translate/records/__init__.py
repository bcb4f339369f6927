"""The values that flow through the program: frozen, slotted, named as the README names them."""

from __future__ import annotations

from translate.records.place import Place, Span
from translate.records.article import Article, Block, Mark, Removed, Segment
from translate.records.bilingual import (
    BilingualCode, BilingualFile, BilingualGap, BilingualMatch, BilingualSegment, BilingualTerm,
    BilingualUnit, State,
)
from translate.records.entry import (
    Condition, Entry, EntryTest, Match, Mention, Rendering, Term, Unresolved,
)
from translate.records.decoding import (
    Attention, Draft, Failed, Package, Rendered, Rung, Signature, Step, Translation,
)
from translate.records.finding import Finding, Flaw, Level

__all__ = [
    "Article",
    "Attention",
    "BilingualCode",
    "BilingualFile",
    "BilingualGap",
    "BilingualMatch",
    "BilingualSegment",
    "BilingualTerm",
    "BilingualUnit",
    "Block",
    "Condition",
    "Draft",
    "Entry",
    "EntryTest",
    "Failed",
    "Finding",
    "Flaw",
    "Level",
    "Mark",
    "Match",
    "Mention",
    "Package",
    "Place",
    "Removed",
    "Rendered",
    "Rendering",
    "Rung",
    "Segment",
    "Signature",
    "Span",
    "State",
    "Step",
    "Term",
    "Translation",
    "Unresolved",
]
