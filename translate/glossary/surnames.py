"""The bare surname in what a glossary calls a person's short form: 김 of 김 위원장, 石破 of 石破氏."""

from __future__ import annotations

from translate.records import Entry, Rendering, Term

_HONORIFICS = ("氏", "さん", "様", "씨")
_JOINTS = "・ "


def is_short(term: Term, entry: Entry) -> bool:
    """Whether `term` is but the surname of a person, or the short form of anything else.

    An entry may admit a surname that nobody mistakes (also: [Trump]); it is a surname all the same.
    """
    if term.role == "short":
        return True
    found = entry.renderings.get(term.language)
    if entry.kind != "person" or term.role != "also" or found is None:
        return False
    return any(term.text in form.split(" ")[1:] for form in (found.use, *found.also)) or (
        term.text in found.use.split(" ")[:-1])


def surname(found: Rendering) -> str:
    """The bare surname in the short form, as the full name has it; empty where it has none.

    >>> surname(Rendering("김정은", short="김 위원장")), surname(Rendering("石破茂", short="石破氏"))
    ('김', '石破')
    """
    if found.short and found.use.startswith(found.short):
        return found.short
    bare = _without_honorific(found.short)
    return next((stem for stem in (bare, bare.split(" ")[0]) if stem and stem in found.use), "")


def plain_surname(found: Rendering) -> str:
    """The short form where it is the bare surname, 氏 aside, and so is the same for all who bear it.

    It tells nobody from a namesake, as 김 위원장 or a full name would.

    >>> plain_surname(Rendering("조지 W. 부시", short="부시"))
    '부시'
    >>> plain_surname(Rendering("김구", short="김구"))
    ''
    """
    bare = _without_honorific(found.short)
    whole = bare == found.use
    return found.short if bare and not whole and bare in _parts(found.use) else ""


def has_title(form: str, found: Rendering) -> bool:
    """Whether `form`, another form of a person, is the surname with a title, not another name.

    >>> person = Rendering("金正恩", ("金総書記",), short="金氏")
    >>> has_title("金総書記", person), has_title("金正恩", person)
    (True, False)
    """
    one_word = not any(joint in found.use for joint in _JOINTS)
    stem = surname(found) or (found.use[:1] if one_word else "")
    return bool(stem) and form.startswith(stem) and form not in (stem, found.use)


def _without_honorific(short: str) -> str:
    for honorific in _HONORIFICS:
        short = short.removesuffix(honorific)
    return short.rstrip()


def _parts(name: str) -> list[str]:
    """What of a name may be the surname: its parts, or its first letters where it has but one."""
    for joint in _JOINTS:
        if joint in name:
            return name.split(joint)
    return [name[:length] for length in range(1, len(name))]
