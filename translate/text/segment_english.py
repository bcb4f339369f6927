"""Where an English sentence ends: abbreviations, initials, quotations and brackets told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.text.segment_english_words import (
    EXCLAIMING, LETTERED, MONTHS, NEVER, NUMBERED, SHORTENED, STARTERS, TITLES,
)
from translate.text.stops import Stop, enclosures, ends

_MARKS = re.compile(r"""
    (?<![.!?…。！？]) [.!?…。！？]+ (?:\s\.(?=[\s.]))* [.!?]*
    (?:["'”’»)\]]|\[\d{1,3}\])* (?!\S)
    | (?<=[a-z][a-z]) [.!?] [”"’)]? (?=[A-Z][a-z]{0,20}[\s,'’])    # missiles.The test
    | [。！？]+ ["'”’»)\]]*
    """, re.VERBOSE)
_OPENING = "\"'“‘(["
_WORD = re.compile(r"[^\s\"'“”‘’()\[\]—–/]*\Z")
_FIRST = re.compile(r"[\"'“‘(\[«]*((?:[^\W\d_]|['’])+)(?![\w.-])")
_DAYTIME = re.compile(r"""\(?(?:
    [A-Z]{2,4} | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | local
    | (?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\. | (?:Jan|Febr)uary | March | April | May | June
    | July | August | (?:Septem|Octo|Novem|Decem)ber
    | Eastern | Central | Mountain | Pacific | Greenwich | Korean? | Japan | Seoul | Tokyo
    | Pyongyang | Beijing | Moscow | Kyiv | London)(?!\w)""", re.VERBOSE)
"""What belongs to a time of day: `5 p.m. EST`, `5 p.m. Tuesday`."""
_SAID = re.compile(r"""[A-Z][\w.'’-]* (?:[ ][\w.'’-]+){0,6}? [ ]
    (?:said|says|asked|asks|added|wrote|writes|told|replied|answered|shouted|cried|yelled|quipped
    |wondered|recalled|continued|joked)\b""", re.VERBOSE)


def boundaries(text: str) -> Iterator[int]:
    """Where the sentences of an English paragraph end, the last one excepted."""
    return ends(text, _MARKS, _RULES, enclosures(text, ("()", "[]")))


def is_short(stop: Stop) -> bool:
    """Whether initials or an abbreviation stand right before the stop, whatever follows it."""
    word = _word(stop)
    return bool(re.fullmatch(r"[A-Za-z](?:\.[A-Za-z]{1,2})*|Ph\.D", word)) or word in (
        TITLES | NUMBERED | MONTHS | NEVER | SHORTENED)


def _glued(stop: Stop) -> bool | None:
    """`missiles.The` is a lost space, `Node.Js` and an address are not."""
    if not stop.glued or stop.marks[0] in "。！？":
        return None
    word = stop.before.split()[-1]
    return word.strip(_OPENING).isalpha() and word.strip(_OPENING).islower()


def _bracketed(stop: Stop) -> bool | None:
    """In brackets that opened within it a sentence goes on; a credit stays with its caption."""
    if stop.inside and stop.led:
        return False
    return False if stop.credited else None


def _goes_on(stop: Stop) -> bool | None:
    """Behind the mark stands what no sentence begins with."""
    rest = stop.rest
    if rest[0] in ",;:.)]}…–—-”’»%&":
        return False
    word = rest.lstrip(_OPENING)[:12]
    return False if re.match(r"[a-z](?![a-z]{0,3}[A-Z0-9])", word) else None


def _numbering(stop: Stop) -> bool | None:
    """`1. Korea`, `IV. Talks` and `... and then` are beginnings."""
    return False if stop.opens() else None


def _asked(stop: Stop) -> bool | None:
    """`"Why?" Kim asked.` is one sentence, `"Why?" They left.` are two."""
    if stop.marks[-1] in "\"'”’" and set(stop.marks) & set("?!…") and not _starts(stop):
        return False if _SAID.match(stop.rest) else None
    return None


def _called_out(stop: Stop) -> bool | None:
    if not set(stop.marks) & set("?!。！？"):
        return None
    return stop.marks != "!" or _word(stop) not in EXCLAIMING or _starts(stop)


def _trailing_off(stop: Stop) -> bool | None:
    """Behind `...` the speaker may only have paused: `I think ... I mean`."""
    if not re.match(r"\.[.\s]*\.|…", stop.marks):
        return None
    return not re.match(r"[\"“‘']?(?:I|I['’]\w+)\b", stop.rest)


def _titled(stop: Stop) -> bool | None:
    closed = len(stop.marks) > 1
    return None if closed or _word(stop).rpartition("-")[2] not in TITLES else False


def _counted(stop: Stop) -> bool | None:
    """`No. 5`, `Nov. 14`; `No. Kim left` is an answer."""
    word = _word(stop)
    if word in NUMBERED or word in MONTHS:
        return not stop.rest[0].isdigit() and (word in NUMBERED or _starts(stop))
    return None


def _time(stop: Stop) -> bool | None:
    if _word(stop) in ("a.m", "p.m"):
        return not _DAYTIME.match(stop.rest)
    return None


def _initial(stop: Stop) -> bool | None:
    """`George W. Bush` goes on, `vitamin C. Kim` does not; `U.S.` and `Ph.D.` ask for a starter."""
    word = _word(stop)
    if not re.fullmatch(r"[A-Za-z]{1,2}(?:\.[A-Za-z]{1,2})*", word) or not word[0].isupper():
        return None
    if len(word) == 1:
        earlier = stop.before[:-1].split()[-1:]
        if earlier and (earlier[0][-1].isdigit() or earlier[0].lower() in LETTERED):
            return True
        return _starts(stop) or (word == "I" and bool(earlier) and earlier[0] in ("War", "and"))
    return _starts(stop) if "." in word else None


def _shortened(stop: Stop) -> bool | None:
    word = _word(stop)
    if word in ("Jr", "Sr"):
        return not stop.headline
    if word in NEVER:
        return False
    return _starts(stop) if word in SHORTENED else None


def _word(stop: Stop) -> str:
    """What stands right before the mark."""
    found = _WORD.search(stop.before)
    return found[0] if found else ""


def _starts(stop: Stop) -> bool:
    """Whether the next word is one that begins sentences."""
    found = _FIRST.match(stop.rest)
    return found is not None and re.split("['’]", found[1])[0] in STARTERS


_RULES = (_glued, _bracketed, _goes_on, _numbering, _asked, _called_out, _trailing_off, _titled,
          _counted, _time, _initial, _shortened)
