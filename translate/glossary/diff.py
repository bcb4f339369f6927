"""What an edit of a glossary changes: entry by entry, and in which sentences it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from translate.glossary.formats.facts import facts_of
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary, digest
from translate.glossary.plan import plan
from translate.records import Entry, Mention


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an entry, before and after."""

    field: str
    """With language and house style: `ko avoid`, `ko (kcna) use`, `note`."""
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one entry."""

    id: str
    what: Literal["added", "removed", "changed"]
    changes: tuple[Change, ...]
    decides: bool
    """Whether translations may change: notes and tests decide nothing."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A sentence that the edit changes in one language."""

    index: int
    """Of the sentence, in its article."""
    language: str
    changes: tuple[Change, ...]
    """The mention's text in `field`, and what is wanted in its place before and after."""


def compare(old: Glossary, new: Glossary) -> tuple[Difference, ...]:
    """The entries that differ, by id."""
    ids = sorted({entry.id for entry in (*old.entries, *new.entries)})
    found = (_difference(old.entry(id) if id in old else None, new.entry(id) if id in new else None)
             for id in ids)
    return tuple(one for one in found if one)


class Effects:
    """Finds the sentences whose mentions are not what they were."""

    def __init__(self, old: Glossary, new: Glossary, source: str, targets: Sequence[str],
                 profile: str = "") -> None:
        self._matchers = Matcher(old, source), Matcher(new, source)
        self._profiles = {target: [glossary.profile_for(target, profile) for glossary in (old, new)]
                          for target in targets}

    def of(self, sentences: Sequence[str]) -> Iterator[Effect]:
        """The effects on one article, given as its sentences in order.

        Surnames and first mentions lean on what came before, so a sentence may change through another.
        """
        for target, profiles in self._profiles.items():
            before, after = (plan(sentences, matcher, target, profile)
                             for matcher, profile in zip(self._matchers, profiles))
            for index, (one, other) in enumerate(zip(before, after)):
                changes = tuple(_changes(sentences[index], one, other))
                if changes:
                    yield Effect(index, target, changes)


def _difference(old: Entry | None, new: Entry | None) -> Difference | None:
    """What became of an entry that is in at least one of two glossaries."""
    before, after = _fields(old), _fields(new)
    changes = tuple(Change(field, before.get(field, ()), after.get(field, ()))
                    for field in dict.fromkeys((*before, *after)) if before.get(field) != after.get(field))
    if old is None or new is None:
        entry = old or new
        return Difference(entry.id, "added" if old is None else "removed", changes, True) if entry else None
    decides = digest([old]) != digest([new])
    return Difference(new.id, "changed", changes, decides) if changes or decides else None


def _fields(entry: Entry | None) -> dict[str, tuple[str, ...]]:
    """The values of an entry by field."""
    fields: dict[str, tuple[str, ...]] = {}
    for language, profile, name, value in facts_of(entry) if entry else ():
        key = " ".join(filter(None, (language, f"({profile})" if profile else "", name)))
        fields[key] = (*fields.get(key, ()), value)
    return fields


def _changes(text: str, old: Sequence[Mention], new: Sequence[Mention]) -> Iterator[Change]:
    """The places where something else is wanted, admitted or avoided than before."""
    before = {mention.span: mention for mention in old}
    after = {mention.span: mention for mention in new}
    for span in sorted({*before, *after}):
        one, other = before.get(span), after.get(span)
        if _content(one) != _content(other):
            yield Change(span.of(text), (one.wanted,) if one else (), (other.wanted,) if other else ())


def _content(mention: Mention | None) -> tuple[object, ...]:
    """What of a mention decides the translation."""
    if mention is None:
        return ()
    return mention.wanted, set(mention.admitted), set(mention.avoided), mention.reading
