"""Titles: what stands before a name in English and behind it in Korean and Japanese.

`Japanese Prime Minister Shigeru Ishiba` is one thing to translate, 이시바 시게루 일본 총리, not
three. The order is that of the press: Korean writes name, country, title; Japanese writes country,
の, name, title, but for the United States name, 米, title. A paper does not name its own country
(이재명 대통령, 石破茂首相).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translate.glossary.surnames import surname
from translate.records import Rendering
from translate.text import japanese

HOME = {"ko": "한국", "ja": "日本"}
"""The country that the press of a language leaves out."""
_BEFORE_TITLE = {"米国": "米"}
"""What Japanese shortens and puts between name and title."""
_FORMER = re.compile(r"(전 |元|前)?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Office:
    """What the target language says of a title and of the country or body that it belongs to."""

    titles: tuple[str, ...]
    """The one to write first, then those that may stand."""
    countries: tuple[str, ...] = ()
    """Likewise; empty where none is named, or the title names it itself."""


def office(title: Rendering, country: Rendering, person: Rendering) -> Office:
    """The office of `person`: of the renderings of `title` the one that the person is known by.

    >>> kim = Rendering("김정은", short="김 위원장")
    >>> office(Rendering("의장", ("위원장",)), Rendering(""), kim).titles
    ('위원장', '의장')
    >>> cho = Rendering("조현", ("조현 외교부 장관",), short="조 장관")
    >>> office(Rendering("외무장관", ("외교부 장관",)), Rendering(""), cho).titles
    ('외교부 장관', '외무장관')
    """
    titles = [form for form in (title.use, *title.also) if form]
    known = [form for form in (person.short, *person.also) if form and form != person.use]
    titles.sort(key=lambda one: min((_distance(form, one) for form in known), default=2))
    countries = tuple(form for form in (country.use, country.short, *country.also) if form)
    inside = any(one.startswith(countries) for one in titles) if countries else False
    return Office(tuple(titles), () if inside else countries)


def titled(name: str, title: str, country: str, language: str) -> str:
    """Name, title and country as the press of `language` writes them.

    >>> titled("도널드 트럼프", "대통령", "미국", "ko"), titled("李在明", "大統領", "韓国", "ja")
    ('도널드 트럼프 미국 대통령', '韓国の李在明大統領')
    >>> titled("ジミー・カーター", "元大統領", "米国", "ja"), titled("이재명", "대통령", "한국", "ko")
    ('ジミー・カーター元米大統領', '이재명 대통령')
    """
    if country == HOME.get(language):
        country = ""
    former, post = _FORMER.fullmatch(title).groups("")  # type: ignore[union-attr]
    if language == "ko":
        return " ".join(part for part in (name, former.strip(), country, post) if part)
    if language != "ja":
        return " ".join(part for part in (country, title, name) if part)
    if country in _BEFORE_TITLE:
        return f"{name}{former}{_BEFORE_TITLE[country]}{post}"
    return japanese.titled(name, title, country)


def variants(name: str, title: str, country: str, language: str) -> tuple[str, ...]:
    """How else a careful translator may write the same, beside the form that `titled` gives.

    >>> variants("李在明", "大統領", "韓国", "ja")
    ('李在明大統領', '李在明・韓国大統領', '李在明韓国大統領')
    >>> variants("이재명", "대통령", "한국", "ko")[1:]
    ('이재명 한국 대통령', '한국의 이재명 대통령', '한국 이재명 대통령')
    """
    former, post = _FORMER.fullmatch(title).groups("")  # type: ignore[union-attr]
    alone = titled(name, title, "", language)
    if not country or language not in ("ko", "ja"):
        return (alone,)
    if language == "ko":
        named = f"{name} {former}{country} {post}"
        return (alone, named, f"{country}의 {alone}", f"{country} {alone}")
    within = f"{country}の{alone}"
    made = (within, alone, f"{name}・{former}{country}{post}", f"{name}{former}{country}{post}")
    return made[1:] if within == titled(name, title, country, language) else made


def surname_titled(person: Rendering, title: str, country: str, language: str) -> str:
    """The surname of `person` with the title; the short form where it ends with that title.

    >>> surname_titled(Rendering("김정은", short="김 위원장"), "위원장", "", "ko")
    '김 위원장'
    >>> surname_titled(Rendering("石破茂", short="石破氏"), "首相", "", "ja")
    '石破首相'
    """
    if person.short and person.short != person.use and person.short.endswith(title) and not country:
        return person.short
    return titled(surname(person) or person.use, title, country, language)


def _distance(form: str, title: str) -> int:
    """0 where a person's form says the title, 1 for its end (김 위원장 for 국무위원장), 2 for neither."""
    if form.endswith(title):
        return 0
    last = form.split(" ")[-1]
    return 1 if " " in form and title.endswith(last) else 2
