"""Whether a surname in an English text is part of a longer name, of somebody else."""

from __future__ import annotations

import re

_WORD_BEHIND = re.compile(r" ((?:[A-Z]\. )*[A-Z][\w'-]*[a-z][\w'-]*)")
_WORD_BEFORE = re.compile(
    r"(?:^|(?<=[ \"'(\[-]))((?:[A-Z][\w'-]*[a-z][\w'-]*|[A-Z]\.)(?: [A-Z]\.)?) \Z")
_VERBAL = re.compile("(?:ing|ed|ly)\\Z")
_FAMILY = re.compile(r" (family|dynasty|clan|siblings)\b")
_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")
_OPENS = re.compile(r"(?:\A|[.!?:;—…][\"')\]]*\s*|[\"(\[]\s*)\Z")
_LETTERS = re.compile(r"[^\W\d_]{4,}")

_CALENDAR = frozenset((
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Mon Tue Wed Thu Fri Sat Sun Jan Feb "
    "Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec").split())
_HONORIFICS = frozenset((
    "Mr Mrs Ms Miss Dr Prof Sir Lord Lady President Vice Prime Minister Ministers Presidents "
    "Premier Chairman Chairwoman Chair Secretary General Gen Gov Governor Sen Senator Rep Mayor "
    "Chancellor King Queen Prince Princess Emperor Pope Leader Comrade Marshal Admiral Adm "
    "Colonel Col Capt Lt Judge Justice Ambassador Director Chief Commander Spokesman "
    "Spokeswoman Speaker Candidate Republican Democrat").split())
_OPENERS = frozenset((
    "A About Above Across After Afterward Afterwards Again Against All Alongside Already Also "
    "Although Always Amid Among And Are Around As Asked At Back Because Before Behind Below "
    "Besides Between Beyond Both But By Can Could Despite Did Do Does During Earlier Either "
    "Elsewhere Even Ever Every Everyone For From Given Had Has Have He Her Here His How However "
    "If In Indeed Inside Instead Is It Its Just Last Later Like Many May Maybe Meanwhile Might "
    "Moreover Most Must Near Neither Never Nevertheless Next No Nonetheless Nor Not Now Of Often "
    "On Once Only Or Otherwise Our Outside Over Overall Perhaps Say Says She Should Since So Some "
    "Sometimes Soon Still Such Than That The Their Then There These They This Those Though "
    "Through Throughout Thus To Today Together Tomorrow Tonight Too Under Unless Unlike Until "
    "Upon Was We Well Were What Whatever When Whenever Where Wherever Whether Which While Who "
    "Whom Whose Why Will With Within Without Would Yes Yesterday Yet You").split())


def name_behind(text: str, end: int, headline: bool) -> str:
    """The rest of a longer name that goes on behind the surname ending at `end`, else nothing.

    A family is not its best known member. In a headline every word has a capital: there only a
    given name with a hyphen tells.

    >>> name_behind("Kim Min-seok resigned", 3, False), name_behind("Kim Hopes to Win", 3, True)
    ('Min-seok', '')
    """
    family = _FAMILY.match(text, end)
    if family:
        return family[1]
    found = _WORD_BEHIND.match(text, end)
    if not found or found[1] in _CALENDAR:
        return ""
    word = found[1].removesuffix("'s")
    return word if not headline or _GIVEN.match(word) else ""


def name_before(text: str, start: int, headline: bool) -> str:
    """The given name before the surname at `start`, else nothing.

    A title is none, nor is a common word that has its capital from the start of a sentence.

    >>> name_before("said Ivanka Trump", 12, False), name_before("But President Trump", 14, False)
    ('Ivanka', '')
    """
    found = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if headline or not found:
        return ""
    word = found[1].removesuffix("'s")
    plain = word.rstrip(".").split(" ")[0].split("-")[0]
    if found[1] != word or plain in _CALENDAR or plain in _HONORIFICS:
        return ""
    begin = found.start(1)
    opens = _OPENS.search(text, max(0, begin - 10), begin)
    return "" if opens and (plain in _OPENERS or _VERBAL.search(plain)) else word


def is_headline(text: str) -> bool:
    """Whether most longer words of `text` have a capital, so that a capital tells nothing.

    A sentence that ends in a period is none, however many names it has.

    >>> is_headline("Putin and Kim Sign Pact to Aid Each Other"), is_headline("Kim met Putin.")
    (True, False)
    """
    longer = _LETTERS.findall(text)
    capitals = sum(word[0].isupper() for word in longer)
    ended = text.rstrip("\"') ").endswith(".")
    return len(longer) > 1 and capitals > 0.7 * len(longer) and not ended
