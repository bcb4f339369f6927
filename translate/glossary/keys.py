"""The words that a glossary file may use, and the one that was meant where another stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

KINDS = ("person", "place", "organization", "weapon", "event", "title", "term")
CASES = ("smart", "exact", "ignore")
GLOSSARY_KEYS = ("glossary", "source", "entries", "titles")
ENTRY_KEYS = ("id", "kind", "keep", "reading", "profiles", "note", "tests")
"""What an entry may hold beside its languages."""
CONDITION_KEYS = ("not_before", "not_after", "only_with")
RENDERING_KEYS = ("use", "also", "short", "first", "avoid", "case", "reading", *CONDITION_KEYS)

_CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu "
    "pb zt "
    "ast bho ceb ckb crh fil haw hmn ilo ind jam kab kmr lmo mai mni nds pap sat scn tok tpi war wuu "
    "yue".split())
"""ISO 639-1, the two codes that Argos adds (pb, zt), and languages without a code of two letters that
open models know. `id` names an entry, so Indonesian is `ind` here."""
INDONESIAN = {"ind": "id"}
_REGION = r"([-_][A-Za-z0-9]{2,8})*"
LANGUAGE_PATTERN = f"^({'|'.join(sorted(_CODES))}){_REGION}$(?!\\n)"
_LANGUAGE = re.compile(LANGUAGE_PATTERN)

MEANT = {
    "jp": "ja", "kp": "ko", "cn": "zh", "gb": "en", "us": "en", "eng": "en", "kor": "ko", "jpn": "ja",
    "korean": "ko", "japanese": "ja", "english": "en",
    "preferred": "use", "term": "use", "text": "use", "full": "use", "translation": "use",
    "alias": "also", "aliases": "also", "synonyms": "also", "variants": "also", "admitted": "also",
    "abbreviation": "also", "acronym": "also", "surname": "short", "second": "short",
    "forbidden": "avoid", "forbid": "avoid", "never": "avoid", "wrong": "avoid", "deprecated": "avoid",
    "case_sensitive": "case", "pronunciation": "reading", "read": "reading", "yomi": "reading",
    "type": "kind", "category": "kind", "name": "id", "key": "id", "style": "profiles",
    "comment": "note", "comments": "note", "description": "note", "notes": "note", "examples": "tests",
    "example": "tests", "dnt": "keep", "do_not_translate": "keep", "untranslatable": "keep",
    "terms": "entries", "items": "entries", "concepts": "entries", "from": "source", "language": "source",
}
"""What people write who know other formats, and our word for it."""


def is_language(key: str) -> bool:
    """Whether `key` is a language code, with or without a region: ko, pt-BR, zh-Hant."""
    return key in _CODES or _LANGUAGE.match(key) is not None


def language_of(key: str) -> str:
    """The code that the rest of the program uses for the key of a glossary."""
    return INDONESIAN.get(key, key)


def nearest(key: str, known: Iterable[str]) -> str:
    """The word of `known` that was meant by `key`, or nothing."""
    words = tuple(known)
    meant = MEANT.get(key.lower().replace("-", "_"), "")
    if meant in words or (meant and is_language(meant) and "en" in words):
        return meant
    return next(iter(get_close_matches(key.lower().replace("-", "_"), words, 1, 0.7)), "")
