"""What TBX's data categories mean to us, and ours to TBX.

ISO 30042 knows four administrative states of a term; other tools write them in more ways, or write
the category of ISO 12620, normativeAuthorization. TBX has none for a term that is not translated:
Weblate and the Translate Toolkit read the description "Translation needed" with No, all others get a
note (https://docs.weblate.org/en/latest/formats/tbx.html). A house style is a customer's subset.
"""

from __future__ import annotations

import re

STATES = {"use": "preferredTerm-admn-sts", "also": "admittedTerm-admn-sts",
          "short": "admittedTerm-admn-sts", "first": "admittedTerm-admn-sts",
          "avoid": "deprecatedTerm-admn-sts"}
"""The state that each of our roles is written as."""
TYPES = {"short": "shortForm", "first": "phrase"}
"""The term type that tells apart what shares a state; a first form (조선중앙통신(KCNA)) is a phrase."""
IN_NOTES = {"administrativeStatus": "state", "customerSubset": "style", "termType": "type"}
"""How a category is called in a note, where the dialect has none."""
KEEP_NOTE = "do not translate"
NEEDED = "Translation needed"

_ROLES = {"preferred": "use", "admitted": "also", "standardized": "also", "legal": "also",
          "regulated": "also", "approved": "use", "deprecated": "avoid", "superseded": "avoid",
          "forbidden": "avoid", "prohibited": "avoid", "obsolete": "avoid", "notrecommended": "avoid",
          "rejected": "avoid", "nonstandardized": "also", "proposed": "also"}
_NOTED = {note: category for category, note in IN_NOTES.items()}
_EXACT = ("preferred", "admitted", "deprecated", "forbidden", "prohibited", "notrecommended", "approved")
_ENDING = re.compile(r"(?:term)?(?:-?admn-?sts)?$", re.IGNORECASE)
_KEEP = re.compile(r"(?:do not translate|dnt|untranslatable|read-?only|translate\W+no)\.?", re.IGNORECASE)
_FORBIDDEN = re.compile(r"forbidden\b.*", re.IGNORECASE | re.DOTALL)
_NUMBERED = re.compile(r"[A-Za-z]{0,8}[-_.]?\d+|[0-9a-fA-F-]{32,}|_?[0-9a-fA-F]{24}")
_XML_ID = re.compile(r"[^\W\d][\w.-]*")


def category_of(name: str, value: str) -> tuple[str, str]:
    """The data category of a term that `name` and `value` stand for, where a note stands for one."""
    key, _, rest = value.partition(": ")
    if name == "note" and rest and key in _NOTED:
        return _NOTED[key], rest
    says_no = name == "translationNote" and value.lower() == "no"
    if says_no or name in ("note", "customerSubset") and forbids_translation(value):
        return NEEDED, "No"
    return name, value


def role_of(state: str) -> str:
    """Our role for an administrative state, however it is written; empty for an unknown one."""
    return _ROLES.get(_bare(state), "")


def is_exact(state: str) -> bool:
    """Whether our role says no more and no less than `state` (superseded is more than avoided)."""
    return _bare(state) in _EXACT


def forbids_translation(text: str) -> bool:
    """Whether a note says that the thing is not translated."""
    return _KEEP.fullmatch(text.strip()) is not None


def forbids_term(text: str) -> bool:
    """Whether a note says that the term may not be used."""
    return _FORBIDDEN.fullmatch(text.strip()) is not None


def tells(id: str) -> bool:
    """Whether an id is more than a number in disguise (c12, tid-0007, a UUID)."""
    return bool(id) and not _NUMBERED.fullmatch(id) and not re.search(r"[\s,:/]", id)


def is_xml_id(id: str) -> bool:
    """Whether XML takes `id` as the name of an element."""
    return _XML_ID.fullmatch(id) is not None


def _bare(state: str) -> str:
    return re.sub(r"[^a-z]", "", _ENDING.sub("", state.strip()).lower())
