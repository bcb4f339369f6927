"""Which entry a match means: whom a bare surname stands for, and when that cannot be told.

A surname means whoever of that name was named in full last, as newspapers write it. Where the full
name only comes later (headlines), it has to be the only one. What the target language writes alike
for all who may be meant (부시 for either Bush) need not be told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.glossary.cast import Cast, Position, Sighting
from translate.glossary.model import rendering
from translate.glossary.surnames import is_short, plain_surname
from translate.records import Entry, Match, Term, Unresolved

Choice = tuple[Term, Entry]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A match and the entry that it means."""

    match: Match
    term: Term
    entry: Entry
    reason: str
    """Why this entry, in words."""
    sure: bool = True
    """Whether it is this entry, and not only one that is written alike."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the matches of one article for one target language."""

    cast: Cast
    target: str
    """Language code."""
    profile: str

    def resolve(self, match: Match, position: Position,
                title: Match | None) -> Resolved | Unresolved | None:
        """The entry that `match` means; None where it means nothing that a glossary knows.

        `position` is where in the article it stands, `title` the title before it.
        """
        choices = ((match.term, match.entry), *match.rivals)
        short = [choice for choice in choices if is_short(*choice)]
        people = [choice for choice in short if choice[1].kind == "person"]
        full = [choice for choice in choices if choice not in short]
        named = [choice for choice in people if self._named_before(choice, position)]
        if full and not (named and title):
            return self._full(match, full)
        if people:
            return self._person(match, people, position, title)
        return self._place(match, short)

    def _full(self, match: Match, full: list[Choice]) -> Resolved | Unresolved:
        """A form that names its entry by itself; of several, the one named elsewhere too."""
        if len(full) > 1 and not self._written_alike(full):
            named = [choice for choice in full if self.cast.of(choice[1].id)]
            if len(named) != 1:
                return _open(match, full, "several are written so, and nothing tells them apart")
            return _resolved(match, named[0], "the one that the article names elsewhere")
        made = f", {match.generated}" if match.generated else ""
        return _resolved(match, full[0], f"named as “{full[0][0].text}”{made}")

    def _place(self, match: Match, short: list[Choice]) -> Resolved | Unresolved | None:
        """A short form of anything but a person (the North): the article has to name it in full."""
        named = [choice for choice in short if self.cast.of(choice[1].id)]
        related = [choice for choice in short if self.cast.speaks_of(choice[1].glossary)]
        found = named or related
        if not found:
            return None
        if len(found) > 1 and not self._written_alike(found):
            return _open(match, found, "short for several that the article names")
        why = "short for what the article names in full" if named else \
            f"short, in an article that speaks of the same field ({found[0][1].glossary})"
        return _resolved(match, found[0], why)

    def _person(self, match: Match, people: list[Choice], position: Position,
                title: Match | None) -> Resolved | Unresolved | None:
        """A bare surname."""
        found = self._by_title(match, people, title) or self._by_name(match, people, position)
        if isinstance(found, Resolved):
            return found
        alone = [choice for choice in people if choice[0].role != "short"]
        if len(alone) == 1:
            return _resolved(match, alone[0], "a surname that names its entry by itself")
        named = [choice for choice in people if self.cast.of(choice[1].id)]
        known = named or (people if title else [])
        if known and self._written_alike(people) and self._plain(people[0][1]):
            reason = "a surname that is written so whoever bears it"
            return Resolved(match, *known[0], reason, sure=len(people) == 1)
        return found

    def _by_title(self, match: Match, people: list[Choice],
                  title: Match | None) -> Resolved | None:
        """The only one of that surname whom the article names with the title, or who bears it."""
        if title is None:
            return None
        with_it = [choice for choice in people if any(
            seen.title == title.entry.id for seen in self.cast.of(choice[1].id))]
        if len(with_it) == 1:
            return _resolved(match, with_it[0], f"whom the article calls “{title.term.text}”")
        bearers = [choice for choice in people if _bears(choice[1], title.entry)]
        if len(bearers) == 1 and not any(self.cast.of(choice[1].id) for choice in people):
            return _resolved(match, bearers[0], f"the only “{title.term.text}” of that surname")
        return None

    def _by_name(self, match: Match, people: list[Choice],
                 position: Position) -> Resolved | Unresolved | None:
        """Whoever of the surname was named in full last; else the only one who is named later.

        In a headline a capital tells no rare surname from a common word (Farms Close Ahead of Ban).
        """
        seen = [sighting for _, entry in people for sighting in self.cast.of(entry.id)]
        seen += self.cast.strangers(match.term.text)
        if not seen:
            if len(people) == 1 and self.cast.is_headline(position[0]):
                return None
            return _open(match, people, "a surname of nobody whom the article names in full")
        earlier = [sighting for sighting in seen if sighting.position < position]
        subjects = _subjects(earlier or seen)
        named = {sighting.entry for sighting in subjects}
        if not earlier and len(named) > 1:
            return _open(match, [choice for choice in people if choice[1].id in named],
                         "several of that surname are named later")
        if not earlier and not self.cast.announces(match.term.text, position, subjects[0]):
            return _open(match, people, "the surname is named in full only after it is used")
        who = max(subjects, key=lambda sighting: sighting.position)
        if not who.entry:
            return None
        choice = next(choice for choice in people if choice[1].id == who.entry)
        return _resolved(match, choice, f"“{who.name}” is named {'before' if earlier else 'later'}")

    def _written_alike(self, choices: Sequence[Choice]) -> bool:
        """Whether the target language writes all of them alike here."""
        found = [(is_short(term, entry), rendering(entry, self.target, self.profile))
                 for term, entry in choices]
        return len({of.short or of.use if short else of.use for short, of in found}) == 1

    def _plain(self, entry: Entry) -> bool:
        return bool(plain_surname(rendering(entry, self.target, self.profile)))

    def _named_before(self, choice: Choice, position: Position) -> bool:
        return any(seen.position < position for seen in self.cast.of(choice[1].id))


def _bears(person: Entry, title: Entry) -> bool:
    """Whether in some language a form of `person` ends with a rendering of `title` (김 위원장)."""
    for language in sorted(person.renderings.keys() & title.renderings.keys() - {person.source}):
        name, office = person.renderings[language], title.renderings[language]
        titles = tuple(form for form in (office.use, *office.also) if form)
        if any(form.endswith(titles) for form in (name.short, *name.also) if form != name.use):
            return True
    return False


def _subjects(seen: list[Sighting]) -> list[Sighting]:
    """Those who are no mere relatives of somebody else; all where there are only relatives."""
    return [sighting for sighting in seen if not sighting.introduced] or seen


def _resolved(match: Match, choice: Choice, reason: str) -> Resolved:
    return Resolved(match, *choice, reason)


def _open(match: Match, choices: Sequence[Choice], reason: str) -> Unresolved:
    entries = sorted((entry for _, entry in choices), key=lambda entry: entry.id)
    return Unresolved(match.span, tuple(entries), reason)
