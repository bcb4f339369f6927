"""A loaded glossary, and what it says of an entry in a language and a house style."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from translate.errors import ConfigError, GlossaryError
from translate.records import Condition, Entry, Place, Rendering

DEFAULT_PROFILES = {"ko": "yonhap", "ja": "ja-press"}
"""The house style of a language where none is asked for."""
TITLE = "title"
"""The kind of an entry that stands beside a name: before it in English, behind it in Korean."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """Everything that the layers of a run say, each entry once."""

    entries: tuple[Entry, ...] = ()
    """Sorted by id, titles among them: the order of files, or in a file, changes no result."""
    names: tuple[str, ...] = ()
    """What the glossaries call themselves, sorted."""
    files: tuple[str, ...] = ()
    """Where they were read from, in order of loading."""
    _by_id: dict[str, Entry] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {entry.id: entry for entry in self.entries})

    def entry(self, id: str) -> Entry:
        """The entry called `id`.

        Raises:
            GlossaryError: There is none; the message names the nearest.
        """
        if id not in self._by_id:
            near = get_close_matches(id, self._by_id, 1)
            hint = f"did you mean {near[0]}?" if near else "translate glossary list shows them all"
            raise GlossaryError([f"no entry is called {id!r}; {hint}"])
        return self._by_id[id]

    def __contains__(self, id: object) -> bool:
        return id in self._by_id

    @property
    def titles(self) -> tuple[Entry, ...]:
        """The entries that stand beside a name: Prime Minister, 총리, 首相."""
        return tuple(entry for entry in self.entries if entry.kind == TITLE)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages that some entry has a term in, sorted."""
        return tuple(sorted({code for entry in self.entries for code in entry.renderings}))

    @property
    def profiles(self) -> Mapping[str, frozenset[str]]:
        """House styles that some entry knows, and the languages each of them says something of."""
        known: dict[str, set[str]] = {}
        for entry in self.entries:
            for profile, languages in entry.profiles.items():
                known.setdefault(profile, set()).update(languages)
        return {name: frozenset(languages) for name, languages in sorted(known.items())}

    def profile_for(self, language: str, wanted: str = "") -> str:
        """The house style to write `language` in: `wanted` where it speaks of it, else the default.

        Raises:
            ConfigError: No entry knows `wanted`, and it is no default either.
        """
        default = DEFAULT_PROFILES.get(language, "")
        known = self.profiles
        if wanted and wanted not in known and wanted not in DEFAULT_PROFILES.values():
            names = ", ".join(sorted({*known, *DEFAULT_PROFILES.values()}))
            raise ConfigError(f"--profile {wanted}: no entry has this profile; known: {names}")
        return wanted if language in known.get(wanted, ()) else default


def layered(layers: Sequence[Glossary]) -> Glossary:
    """One glossary of several: an entry of a later layer replaces one of the same id."""
    entries = {entry.id: entry for layer in layers for entry in layer.entries}
    return Glossary(tuple(entries[id] for id in sorted(entries)),
                    tuple(sorted({name for layer in layers for name in layer.names})),
                    tuple(dict.fromkeys(file for layer in layers for file in layer.files)))


def rendering(entry: Entry, language: str, profile: str = "") -> Rendering:
    """What `entry` says of `language` in the house style `profile`, else in the language's default.

    A profile states what differs; the rest stays. The result is empty where the entry has no term
    in the language, and that of its source language where it is never translated.
    """
    plain = entry.renderings.get(language)
    if entry.keep and language != entry.source:
        plain = _kept(entry, plain)
    overlay = entry.profiles.get(profile or DEFAULT_PROFILES.get(language, ""), {}).get(language)
    if plain is None:
        return overlay or Rendering("")
    return _overlaid(plain, overlay) if overlay else plain


def reading(entry: Entry, written: str, language: str = "ko", profile: str = "") -> str:
    """How `written`, a form of `entry`, is read aloud; empty where its letters tell."""
    if written in entry.readings:
        return entry.readings[written]
    found = rendering(entry, language, profile)
    return found.reading if written == found.use else ""


def digest(entries: Iterable[Entry]) -> str:
    """A stable digest (hex) of what decides results: no notes, tests or places; in any order."""
    whole = hashlib.sha256()
    for entry in sorted(entries, key=lambda entry: entry.id):
        profiles = {name: _plain(languages) for name, languages in entry.profiles.items()}
        content = (entry.id, entry.kind, entry.source, entry.keep, dict(entry.readings),
                   _plain(entry.renderings), profiles)
        whole.update(json.dumps(content, ensure_ascii=False, sort_keys=True).encode() + b"\n")
    return whole.hexdigest()


def same(one: Glossary, other: Glossary) -> bool:
    """Whether two glossaries say the same, wherever it stands."""
    return one.names == other.names and \
        [_unplaced(entry) for entry in one.entries] == [_unplaced(entry) for entry in other.entries]


def _unplaced(entry: Entry) -> Entry:
    nowhere = Place("")
    tests = tuple(replace(test, place=nowhere) for test in entry.tests)
    return replace(entry, place=nowhere, tests=tests)


def _kept(entry: Entry, own: Rendering | None) -> Rendering | None:
    """The source's forms, with what the target language itself says beside them."""
    source = entry.renderings.get(entry.source)
    if source is None:
        return own
    kept = replace(source, avoid=(), case="exact", condition=Condition(), reading="")
    return _overlaid(kept, own) if own else kept


def _overlaid(plain: Rendering, over: Rendering) -> Rendering:
    """`plain` with what `over` states; no form is both wanted and avoided."""
    use, also = over.use or plain.use, over.also or plain.also
    short, avoid = over.short or plain.short, over.avoid or plain.avoid
    renamed = use != plain.use
    wanted = (use, *over.also, over.short, over.first)
    return Rendering(
        use=use,
        also=tuple(form for form in also if form not in over.avoid and form != use),
        short="" if short in over.avoid else short,
        first=over.first or ("" if renamed else plain.first),
        avoid=tuple(form for form in avoid if form not in wanted),
        case=over.case if over.case != "smart" else plain.case,
        condition=over.condition if over.condition != Condition() else plain.condition,
        reading=over.reading or ("" if renamed else plain.reading),
    )


def _plain(renderings: Mapping[str, Rendering]) -> dict[str, Any]:
    """Renderings as lists, for the digest."""
    return {code: [r.use, r.also, r.short, r.first, r.avoid, r.case, r.condition.not_before,
                   r.condition.not_after, r.condition.only_with, r.reading]
            for code, r in renderings.items()}
