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
class _Gap:
    """The text between two blocks, or at an end of the file."""

    text: str
    line: int
    """Where it begins."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A block with the gap before it."""

    gap: _Gap
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
    parts: list[str | Block] = []
    removed: list[Removed] = []
    gaps: list[_Gap] = []
    for slot in _judge(slots, patterns):
        gaps.append(slot.gap)
        place = Place(article.name, slot.block.line)
        if slot.reason:
            removed.append(Removed(place, slot.block.raw, slot.reason))
            continue
        if not parts and len(gaps) > 1:
            removed += _bare_lines(article.name, gaps)
        block, cut_off = mend(slot.block, first=not parts)
        if cut_off:
            removed.append(Removed(place, cut_off, "alternative text"))
        parts += [_bridge(gaps, bool(parts), True), block]
        gaps = []
    if gaps:
        removed += _bare_lines(article.name, [*gaps, end])
    parts.append(_bridge([*gaps, end], bool(parts), False))
    removed.sort(key=lambda each: each.place)
    return replace(article, parts=tuple(filter(None, parts)), removed=(*article.removed, *removed))


def _split(parts: Sequence[str | Block]) -> tuple[list[_Slot], _Gap]:
    """The blocks, each with the gap before it, and the gap behind the last."""
    slots: list[_Slot] = []
    gap, line, start = "", 1, 1
    for part in parts:
        raw = part if isinstance(part, str) else part.raw
        if isinstance(part, Block):
            slots.append(_Slot(_Gap(gap, start), part))
        gap = gap + part if isinstance(part, str) else ""
        line += len(LINE_BREAK.findall(raw))
        start = start if isinstance(part, str) else line
    return slots, _Gap(gap, start)


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
        if len(LINE_BREAK.findall(slot.gap.text)) > 1:
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


def _bare_lines(name: str, gaps: Sequence[_Gap]) -> Iterator[Removed]:
    """The lines without a word (rules, counters) among blocks that have gone at a file's end."""
    for gap in gaps:
        for offset, text in enumerate(LINE_BREAK.split(gap.text)):
            if len(text.strip("\ufeff \t")) > 1:
                yield Removed(Place(name, gap.line + offset), text, "line without a word")


def _bridge(gaps: Sequence[_Gap], has_before: bool, has_after: bool) -> str:
    """The text between two blocks between which others have gone.

    The end of the one's line and the beginning of the other's (an indent, a list mark) stay with
    them. Of the blank lines in between the widest are kept, and lines without a word (a rule) if
    there are any; at the ends of the file all go.
    """
    if len(gaps) == 1:
        return gaps[0].text
    cut = [_lines_of(gap.text) for gap in gaps]
    head, between, tail = cut[0][0], [middle for _, middle, _ in cut], cut[-1][2]
    if not has_before:
        mark = "\ufeff" if gaps[0].text.startswith("\ufeff") else ""
        return mark + tail if has_after else mark
    if not has_after:
        match = LINE_BREAK.search("".join(between))
        return head + (match[0] if match else "")
    return head + ("".join(filter(str.strip, between)) or max(between, key=len)) + tail


def _lines_of(gap: str) -> tuple[str, str, str]:
    """The end of a line, whole lines with the breaks around them, the beginning of a line."""
    breaks = [match.span() for match in LINE_BREAK.finditer(gap)]
    if not breaks:
        return "", "", gap
    return gap[:breaks[0][0]], gap[breaks[0][0]:breaks[-1][1]], gap[breaks[-1][1]:]
