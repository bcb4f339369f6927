"""What a mention wants, admits and refuses in the target language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from translate.glossary.model import reading, rendering
from translate.glossary.resolve import Resolved
from translate.glossary.surnames import has_title, is_short, surname
from translate.glossary.titles import Office, office, surname_titled, titled, variants
from translate.records import Entry, Mention, Rendering, Span

Shape = Literal["full", "short", "first"]
_MOST = 48
"""How many renderings of a person with a title are admitted beside the wanted one."""
_BRACKETS = {"ko": "{}({})", "ja": "{}（{}）"}
_OTHER_BRACKETS = ("{}({})", "{}（{}）", "{} ({})")


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes mentions for one target language in one house style."""

    target: str
    """Language code."""
    profile: str

    def renders(self, entry: Entry) -> bool:
        """Whether the target language has a form of `entry`."""
        return bool(self._forms(entry).use)

    def single(self, found: Resolved, span: Span, known: bool) -> Mention:
        """The mention of a match alone; `known` where the article has named the entry before."""
        forms = self._forms(found.entry)
        admitted = [forms.use, *forms.also]
        if found.entry.keep:
            return self._mention(span, found, "full", found.term.text, admitted)
        if forms.first and not known:
            return self._mention(span, found, "first", forms.first, admitted)
        if is_short(found.term, found.entry):
            alike = admitted if found.sure else []
            return self._mention(span, found, "short", forms.short or forms.use, alike)
        if known:
            admitted.append(forms.short)
        return self._mention(span, found, "full", forms.use, admitted)

    def pair(self, span: Span, found: Resolved, acronym: str) -> Mention:
        """The mention of a name with its acronym beside it: X (Y), or X, or Y."""
        forms = self._forms(found.entry)
        wanted = forms.first or forms.use
        if not acronym:
            return self._mention(span, found, "first", wanted, (forms.use, *forms.also))
        if not forms.first:
            wanted = _BRACKETS.get(self.target, "{} ({})").format(forms.use, acronym)
        names = (forms.use, *forms.also)
        admitted = [style.format(name, acronym) for name in names if name != acronym
                    for style in _OTHER_BRACKETS]
        return self._mention(span, found, "first", wanted, admitted)

    def titled(self, span: Span, found: Resolved, title: Entry, country: Entry | None) -> Mention:
        """The mention of a person with the title before the name, and the country before that."""
        person = self._forms(found.entry)
        nation = self._forms(country) if country else Rendering("")
        held = office(self._forms(title), nation, person)
        short = is_short(found.term, found.entry)
        if not found.sure:
            person = replace(person, use=surname(person), also=())
        wanted, *others = dict.fromkeys(self._with_title(person, held, short))
        mention = self._mention(span, found, "short" if short else "full", wanted, others[:_MOST])
        return replace(mention, reading=reading(title, held.titles[0], self.target, self.profile))

    def _with_title(self, person: Rendering, held: Office, short: bool) -> Iterator[str]:
        """All ways to write a person with a title, the wanted one first."""
        names = [person.use, *(form for form in person.also if not has_title(form, person))]
        choices = product(enumerate(held.titles), enumerate(held.countries or ("",)))
        for (_, title), (_, country) in sorted(choices, key=lambda one: one[0][0] + one[1][0]):
            if short:
                yield surname_titled(person, title, country, self.target)
            for name in names:
                yield titled(name, title, country, self.target)
                yield from variants(name, title, country, self.target)
        yield from (form for form in person.also if has_title(form, person))

    def _mention(self, span: Span, found: Resolved, form: Shape, wanted: str,
                 admitted: Iterable[str]) -> Mention:
        others = tuple(dict.fromkeys(one for one in admitted if one and one != wanted))
        avoided = tuple(one for one in self._forms(found.entry).avoid
                        if not any(one in allowed for allowed in (wanted, *others)))
        return Mention(span, found.entry, form, wanted, others, avoided,
                       reading(found.entry, wanted, self.target, self.profile), found.reason)

    def _forms(self, entry: Entry) -> Rendering:
        return rendering(entry, self.target, self.profile)
