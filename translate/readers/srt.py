"""SubRip subtitles: the spoken text is a slot; numbers, timings and formatting are kept.

A sentence that runs on into the next cues is translated whole and dealt out to them again, each cue
getting about the share that it had. It is taken to run on only where that is plain: no sign that ends
a sentence, then a cue that begins with a small letter, within a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from translate.errors import InputError, OutputError
from translate.readers.encoding import decode, output_encoding
from translate.readers.inline import Inline
from translate.readers.paragraphs import SENTENCE_END
from translate.readers.parts import Lines, cut, has_prose
from translate.readers.srt_lines import deal, wrap
from translate.readers.xml_edit import Edit, apply
from translate.records import Article, Block, Mark, Span
from translate.text.nesting import weave

_TIME = r"(\d{1,3}):(\d\d):(\d\d)[,.](\d{1,3})"
_CUE = re.compile(
    rf"(?:^[ \t]*\d+[ \t]*(?:\r\n|\n|\r))?^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\r\n]*(?:\r\n|\n|\r|\Z)",
    re.MULTILINE)
_TAG = re.compile(r"<(/?)([A-Za-z][\w.]*)[^<>\n]*>|\{\\[^{}\n]*\}")
_WRAPPED = re.compile(
    r"(?:\s|\{\\[^{}\n]*\})*<([A-Za-z]\w*)[^<>\n]*>(?P<inner>(?:(?!</\1>).)*)</\1>\s*", re.DOTALL)
_LEADING = re.compile(r"(?:\s|\{\\[^{}\n]*\})+")
_SPEAKER = re.compile(r"(?:^|(?<=[\r\n]))[ \t]*[-–—‐][ \t]*(?=\S)")
_LONGEST_PAUSE = 1000
"""Milliseconds between two cues of one sentence."""
_MOST_CUES = 6


@dataclass(frozen=True, slots=True)
class _Speech:
    """What is said in one place of a cue."""

    span: Span
    """Of its text, without the tags around all of it."""
    start: int
    end: int
    """Milliseconds."""
    alone: bool
    """Nothing else is said in the cue."""


@dataclass(frozen=True, slots=True)
class _Slot:
    block: Block
    places: tuple[Span, ...]
    """One for each cue."""
    shares: tuple[int, ...]
    """How much of the block's text stood in each."""


@dataclass(frozen=True, slots=True)
class SrtReader:
    """Reads and writes `.srt`."""

    name: str = "srt"
    suffixes: tuple[str, ...] = (".srt",)

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`; the raw text of a sentence over several cues holds the timings between."""
        decoded = decode(data, name, language)
        if not _CUE.search(decoded.text):
            raise InputError(f"{name}:1:1: no subtitles: there is no line like "
                             "00:00:01,000 --> 00:00:02,500; correct it, or name the file .txt")
        slots = ((slot.places[0].start, slot.places[-1].end, slot.block) for slot in _slots(decoded.text))
        return Article(name, language, self.name, cut(decoded, slots), decoded.encoding)

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`; a text too long for a line is broken into two, for the article's target."""
        own = article.blocks
        if len(blocks) != len(own):
            raise OutputError(f"{article.name}: {len(blocks)} translated blocks for {len(own)} slots: "
                              "pass one for each, in order")
        text = "".join(part if isinstance(part, str) else part.raw for part in article.parts)
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        text = text[len(mark):]
        edits = [edit for slot, old, new in zip(_slots(text), own, blocks)
                 if new.text != old.text or new.marks != old.marks
                 for edit in _written(text, slot, new, article.target)]
        return (mark + apply(text, edits)).encode(output_encoding(article, blocks))


def _slots(text: str) -> Iterator[_Slot]:
    lines = Lines(text)
    for group in _groups(text, list(_speeches(text))):
        inline = Inline()
        shares = []
        for speech in group:
            _collect(speech.span.of(text), inline)
            inline.text("\n")
            shares.append(len(speech.span))
        spoken, marks = inline.finish()
        if has_prose(spoken, marks):
            first, last = group[0].span, group[-1].span
            block = Block("caption", spoken, text[first.start:last.end], marks, line=lines.of(first.start))
            yield _Slot(block, tuple(speech.span for speech in group), tuple(shares))


def _speeches(text: str) -> Iterator[_Speech]:
    found = list(_CUE.finditer(text))
    for number, cue in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        body = Span(cue.end(), cue.end() + len(text[cue.end():end].rstrip()))
        times = [int(group) for group in cue.groups()]
        speakers = [body.start + match.end() for match in _SPEAKER.finditer(body.of(text))]
        if len(speakers) < 2:
            yield _Speech(_bare(text, body), _milliseconds(times[:4]), _milliseconds(times[4:]), True)
            continue
        marks = [body.start + match.start() for match in _SPEAKER.finditer(body.of(text))]
        if text[body.start:marks[0]].strip():
            speakers, marks = [body.start, *speakers], [body.start, *marks]
        for start, stop in zip(speakers, [*marks[1:], body.end]):
            yield _Speech(_bare(text, Span(start, stop)), 0, 0, False)


def _milliseconds(parts: Sequence[int]) -> int:
    hours, minutes, seconds, rest = parts
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _bare(text: str, span: Span) -> Span:
    """`span` without the tags around all of it, and the white space at its ends."""
    while True:
        piece = span.of(text)
        leading = _LEADING.match(piece)
        wrapped = _WRAPPED.fullmatch(piece)
        if wrapped:
            span = Span(span.start + wrapped.start("inner"), span.start + wrapped.end("inner"))
        elif leading and leading.end():
            span = Span(span.start + leading.end(), span.end)
        else:
            return Span(span.start, span.start + len(piece.rstrip()))


def _groups(text: str, speeches: Sequence[_Speech]) -> Iterator[list[_Speech]]:
    """The speeches, those together that are one sentence."""
    group = list(speeches[:1])
    for one, two in pairwise(speeches):
        if len(group) < _MOST_CUES and _runs_on(text, one, two):
            group.append(two)
        else:
            yield group
            group = [two]
    if group:
        yield group


def _runs_on(text: str, one: _Speech, two: _Speech) -> bool:
    said, following = _TAG.sub("", one.span.of(text)).strip(), _TAG.sub("", two.span.of(text)).strip()
    return (one.alone and two.alone and bool(said) and following[:1].islower()
            and 0 <= two.start - one.end <= _LONGEST_PAUSE and not SENTENCE_END.search(said))


def _collect(piece: str, inline: Inline) -> None:
    done = 0
    for match in _TAG.finditer(piece):
        inline.text(piece[done:match.start()])
        if not match[2]:
            inline.point(match[0])
        elif match[1]:
            inline.end(match[0], match[2].lower())
        else:
            inline.begin(match[0], match[2].lower())
        done = match.end()
    inline.text(piece[done:])


def _written(text: str, slot: _Slot, block: Block, target: str) -> Iterator[Edit]:
    """The edits that put the block into its cues."""
    ends = "\r\n" if "\r\n" in text else "\n"
    for place, span in zip(slot.places, deal(block.text, slot.shares)):
        marks = _clipped(block.marks, span, place == slot.places[-1])
        spoken, marks = wrap(span.of(block.text), marks, target)
        yield Edit(place.start, place.end, weave(spoken, marks, lambda piece, _: piece.replace("\n", ends)))


def _clipped(marks: Sequence[Mark], span: Span, last: bool) -> list[Mark]:
    """The marks of a text in the stretch `span` of it: a pair that goes on beyond is in both.

    `last`: nothing comes behind the stretch.
    """
    found = []
    for mark in marks:
        start, end = max(mark.span.start, span.start), min(mark.span.end, span.end)
        if start < end or start == end == mark.span.start and (start < span.end or last):
            found.append(replace(mark, span=Span(start - span.start, end - span.start)))
    return found
