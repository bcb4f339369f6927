"""Articles with a translation as records, for tests of the formats that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from tests.readers import documents
from tests.readers.test_round_trip import parse
from translate.readers.xliff_codes import mark_ids, to_codes
from translate.records import (
    BilingualFile, BilingualGap, BilingualMatch, BilingualSegment, BilingualTerm, BilingualUnit, Block, Span,
    State,
)
from translate.text.markup import carry
from translate.text.segment import split

_texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\n\t"), max_size=12)
"""Any signs that may stand in a note, none of which XML forbids."""
_safe = _texts.map(lambda text: "".join(sign for sign in text.strip() if sign.isprintable()))


def unit(number: int, block: Block, text: str, state: State = "translated") -> BilingualUnit:
    """`block` beside a translation whose sentences are as many, cut at the same share of the text."""
    other = carry(block, text)
    here = [span for span in split(block.text, "en")] or [Span(0, len(block.text))]
    length = max(len(block.text), 1)
    there = [Span(span.start * len(other.text) // length, span.end * len(other.text) // length)
             for span in here]
    pairs = list(_covered(list(zip(here, there)), len(block.text), len(other.text)))
    ids, others = mark_ids(block.marks, other.marks)
    left = to_codes(block.marks, ids, [pair[1] for pair in pairs])
    right = to_codes(other.marks, others, [pair[2] for pair in pairs])
    parts: list[BilingualSegment | BilingualGap] = []
    for (is_gap, one, two), codes, target_codes in zip(pairs, left, right):
        if is_gap:
            parts.append(BilingualGap(one.of(block.text), two.of(other.text), codes, target_codes))
        else:
            parts.append(BilingualSegment(f"s{len(parts) + 1}", one.of(block.text), two.of(other.text), state,
                                          "glosswire:model", source_codes=codes, target_codes=target_codes))
    return BilingualUnit(f"u{number}", tuple(parts), block.kind, block.line)


def _covered(pairs: Sequence[tuple[Span, Span]], here: int,
             there: int) -> Iterator[tuple[bool, Span, Span]]:
    one = two = 0
    for left, right in pairs:
        if left.start > one:
            yield True, Span(one, left.start), Span(two, right.start)
        yield False, left, right
        one, two = left.end, right.end
    if here > one or there > two:
        yield True, Span(one, here), Span(two, there)


def bilingual(text: str, suffix: str, target: str = "조선중앙통신은 일요일 이렇게 전했다. 끝. ") -> BilingualFile:
    """A document as its XLIFF file would hold it."""
    article = parse(text, suffix)
    blocks = article.blocks if article else ()
    units = tuple(unit(number, block, target + block.text[:8]) for number, block in enumerate(blocks, 1))
    return BilingualFile(f"x/kim{suffix}", "en", "ko", "ab" * 32, units, facts=(("signature", "a|b:c"),))


@st.composite
def terms(draw: st.DrawFn, segment: BilingualSegment) -> BilingualSegment:
    """`segment` with terms, notes, facts and suggestions."""
    found = []
    for _ in range(draw(st.integers(0, 3)) if segment.source and segment.target else 0):
        source, target = draw(_spans(segment.source)), draw(_spans(segment.target or ""))
        found.append(BilingualTerm(
            draw(st.sampled_from(("kcna", "kim-jong-un", "a or b"))), "person", source.of(segment.source), source,
            draw(_safe), draw(st.sampled_from(("natural", "swapped", "unresolved"))),
            draw(st.sampled_from((target, None))), draw(_safe), draw(_safe),
            draw(st.sampled_from((0.0, -0.25, 1.5))), draw(_safe)))
    matches = tuple(BilingualMatch(draw(_safe), draw(_safe), score, "memory") for score in (97.5, 60.0)
                    if draw(st.booleans()))
    return replace(segment, terms=tuple(sorted(found, key=lambda term: term.source or Span(0, 0))),
                   matches=matches, note=draw(_safe), facts=tuple((name, draw(_safe)) for name in ("a", "b:c")))


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def files(draw: st.DrawFn) -> BilingualFile:
    """Files as a run writes them, of documents that nobody would write."""
    text, suffix = draw(st.one_of(documents.html.map(lambda text: (text, ".html")),
                                  documents.markdown.map(lambda text: (text, ".md"))))
    file = bilingual(text, suffix)
    units = []
    for each in file.units:
        parts = tuple(draw(terms(part)) if isinstance(part, BilingualSegment) else part for part in each.parts)
        units.append(replace(each, parts=parts, notes=tuple(filter(None, [draw(_safe)]))))
    return replace(file, units=tuple(units))
