"""Entries held to the sentences in their own `tests`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from translate.glossary.match import Matcher
from translate.glossary.model import Glossary, reading, rendering
from translate.records import Entry, EntryTest, Match
from translate.text.korean import find_repair


@dataclass(frozen=True, slots=True)
class Failure:
    """A test that fails, and why."""

    entry: Entry
    test: EntryTest
    reason: str
    language: str
    """Of the sentence that is to blame."""
    sentence: str


def failures(glossary: Glossary, ids: frozenset[str] | None = None) -> Iterator[Failure]:
    """The tests that fail, of the entries `ids` or of all."""
    matchers = _Matchers(glossary)
    for entry in glossary.entries:
        if ids is None or entry.id in ids:
            for test in entry.tests:
                yield from _failures(entry, test, matchers)


class _Matchers:
    """Matchers for sources and for translations, each made when it is first needed."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._known: dict[tuple[str, bool], Matcher] = {}

    def find(self, text: str, language: str, source: bool) -> tuple[Match, ...]:
        """What `text` holds."""
        key = (language, source)
        if key not in self._known:
            self._known[key] = Matcher(self._glossary, language, source=source)
        return self._known[key].find(text)


def _failures(entry: Entry, test: EntryTest, matchers: _Matchers) -> Iterator[Failure]:
    fails = partial(Failure, entry, test)
    if not any(_speaks_of(match, entry) for match in matchers.find(test.source, test.source_language, True)):
        yield fails(f"the test's sentence does not name {entry.id}", test.source_language, test.source)
    forms = rendering(entry, test.language)
    found = [match for match in matchers.find(test.target, test.language, False) if _speaks_of(match, entry)]
    avoided = [match.term.text for match in found if match.term.text in forms.avoid]
    wanted = [match for match in found if match.term.text not in forms.avoid]
    if avoided:
        yield fails(f"the test's translation has {avoided[0]!r}, which is avoided", test.language,
                    test.target)
    elif not wanted:
        yield fails(f"the test's translation has none of its forms; {forms.use!r} is wanted", test.language,
                    test.target)
    for match in wanted if test.language == "ko" else ():
        repair = find_repair(test.target, match.span, reading(entry, match.term.text) or None)
        if repair:
            yield fails(f"the test's translation has {repair.before!r} behind {match.term.text!r}; "
                        f"{repair.after!r} agrees with it", test.language, test.target)


def _speaks_of(match: Match, entry: Entry) -> bool:
    return entry.id in (match.entry.id, *(rival.id for _, rival in match.rivals))
