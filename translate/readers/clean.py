"""A saved web page as the article that was on it: headline, standfirst, captions and paragraphs.

What is taken for clutter is listed in `boilerplate.yml`. A line that nobody writes in an article
always goes. The rest needs proof that the text is a saved page, which two such lines are, or one
with two others: then lines that may be honest text go too, a menu before the headline, and the foot
of the page, which is everything behind the last sentence from the first line of clutter on.
Sentences are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.readers.paragraphs import SENTENCE_END
from translate.readers.parts import LINE_BREAK
from translate.readers.patterns import Pattern, load_patterns
from translate.readers.repair import mend
from translate.records import Article, Block, Place, Removed
from translate.text.words import is_unspaced

__all__ = ["Pattern", "clean", "load_patterns"]

_MENU_WORDS = 4
"""A longer line before the headline may be the headline."""
_SENTENCE_WORDS = 5
_SENTENCE_LENGTH = 20
"""Code points of a sentence in a script without spaces."""
_BYLINE = re.compile(r"by\b|.*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A block with the text before it."""

    gap: str
    block: Block
    reason: str = ""
    """The pattern or rule that takes it out; empty where it stays."""


def clean(article: Article, patterns: Sequence[Pattern]) -> Article:
    """`article` without web clutter and the small faults of copied text; what went is in `removed`.

    Only plain text is cleaned: what a Markdown, HTML or JSON file holds, somebody put there. The
    raw text of the blocks stays as it is, so writing them back gives the file without the lines
    that went.
    """
    if article.format != "txt":
        return article
    slots, end = _split(article.parts)
    slots = _judge(slots, patterns)
    parts: list[str | Block] = []
    removed: list[Removed] = []
    gaps: list[str] = []
    for slot in slots:
        gaps.append(slot.gap)
        if slot.reason:
            removed.append(_removed(article, slot))
            continue
        block, cut_off = mend(slot.block, first=not any(isinstance(part, Block) for part in parts))
        if cut_off:
            removed.append(Removed(Place(article.name, block.line), cut_off, "alternative text"))
        parts += [_bridge(gaps, bool(parts), True), block]
        gaps = []
    parts.append(_bridge([*gaps, end], bool(parts), False))
    return replace(article, parts=tuple(filter(None, parts)), removed=(*article.removed, *removed))


def _split(parts: Sequence[str | Block]) -> tuple[list[_Slot], str]:
    """The blocks, each with the text before it, and the text behind the last."""
    slots: list[_Slot] = []
    gap = ""
    for part in parts:
        if isinstance(part, str):
            gap += part
        else:
            slots.append(_Slot(gap, part))
            gap = ""
    return slots, gap


def _judge(slots: Sequence[_Slot], patterns: Sequence[Pattern]) -> list[_Slot]:
    """The slots, with the reason for each that has to go."""
    found = [_first_match(slot.block, patterns) for slot in slots]
    signs = sum(pattern is not None and pattern.sign for pattern in found)
    is_page = signs > 1 or signs == 1 and sum(map(bool, found)) > 2
    reasons = [pattern.name if pattern and (pattern.sign or is_page) else "" for pattern in found]
    if is_page:
        for index in _menu(slots, reasons):
            reasons[index] = reasons[index] or "menu"
        for index in _foot(slots, reasons):
            reasons[index] = reasons[index] or "foot of the page"
    return [replace(slot, reason=reason) for slot, reason in zip(slots, reasons)]


def _first_match(block: Block, patterns: Sequence[Pattern]) -> Pattern | None:
    if block.kind == "cell":
        return None
    return next((pattern for pattern in patterns if pattern.matches(block.text)), None)


def _menu(slots: Sequence[_Slot], reasons: Sequence[str]) -> Iterator[int]:
    """Short lines before the headline that stand in one paragraph with clutter."""
    chunk: list[int] = []
    for index, slot in enumerate(slots):
        is_long = len(slot.block.text.split()) > _MENU_WORDS or _is_sentence(slot.block.text)
        if is_long and not reasons[index]:
            break
        if len(LINE_BREAK.findall(slot.gap)) > 1:
            chunk = []
        chunk.append(index)
        if any(reasons[each] for each in chunk):
            yield from (each for each in chunk if not _BYLINE.match(slots[each].block.text))


def _foot(slots: Sequence[_Slot], reasons: Sequence[str]) -> range:
    """What stands behind the last sentence, from the first line of clutter on."""
    sentences = [index for index, slot in enumerate(slots)
                 if not reasons[index] and _is_sentence(slot.block.text)]
    last = sentences[-1] if sentences else len(slots)
    start = next((index for index in range(last + 1, len(slots)) if reasons[index]), len(slots))
    return range(start, len(slots))


def _is_sentence(text: str) -> bool:
    if not SENTENCE_END.search(text):
        return False
    return len(text.split()) >= _SENTENCE_WORDS or (
        len(text) >= _SENTENCE_LENGTH and any(map(is_unspaced, text)))


def _removed(article: Article, slot: _Slot) -> Removed:
    return Removed(Place(article.name, slot.block.line), slot.block.raw, slot.reason)


def _bridge(gaps: Sequence[str], has_before: bool, has_after: bool) -> str:
    """The text between two blocks between which others have gone.

    The end of the one's line and the beginning of the other's (an indent, a list mark) stay with
    them; of the blank lines in between the widest are kept, and lines without a word if there are
    any.
    """
    if len(gaps) == 1:
        return gaps[0]
    head, _, _ = _lines_of(gaps[0])
    _, _, tail = _lines_of(gaps[-1])
    between = [middle for _, middle, _ in map(_lines_of, gaps)]
    if not has_before:
        return ("\ufeff" if gaps[0].startswith("\ufeff") else "") + (tail if has_after else "")
    if not has_after:
        match = LINE_BREAK.search("".join(between))
        return head + (match[0] if match else "")
    return head + ("".join(filter(str.strip, between)) or max(between, key=len)) + tail


def _lines_of(gap: str) -> tuple[str, str, str]:
    """What is left of the line before, whole lines with their breaks, the beginning of the line
    after."""
    breaks = [match.span() for match in LINE_BREAK.finditer(gap)]
    if not breaks:
        return "", "", gap
    return gap[:breaks[0][0]], gap[breaks[0][0]:breaks[-1][1]], gap[breaks[-1][1]:]
