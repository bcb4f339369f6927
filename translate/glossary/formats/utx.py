"""UTX, the simple glossary format of the Asia-Pacific Association for Machine Translation.

The header names the version and the languages, its last line the columns; both begin with #. A term
status is approved, provisional, non-standard or forbidden; entries of one concept ID are one thing.
Versions 1.00 to 1.20 are read, and 1.11 is written
(https://multilingual.com/articles/how-to-create-glossaries-in-utx/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from translate.errors import InputError
from translate.glossary.formats.facts import Fact
from translate.glossary.formats.interface import Exchange, Exported, Imported, Ledger, one_target
from translate.glossary.formats.languages import code_of
from translate.glossary.formats.pairs import Pair, read_pairs, source_forms
from translate.glossary.formats.tables import Row, decode, rows
from translate.records import Entry

_COLUMNS = ("src", "tgt", "src:pos", "term status", "src:comment", "concept ID")
_VERSION = re.compile(r"#\s*UTX(?:-S\w*)?\s*[\d.]+", re.IGNORECASE)
_LANGUAGES = re.compile(r";\s*(?:lang\w*:\s*)?([A-Za-z]{2,3}(?:[-_]\w+)*)\s*/\s*([A-Za-z]{2,3}(?:[-_]\w+)*)")
_ROLES = {"": "use", "-": "use", "approved": "use", "provisional": "use", "non-standard": "also",
          "forbidden": "avoid", "rejected": "avoid", "obsolete": "avoid"}
_STATUS = {"use": "approved", "also": "non-standard", "avoid": "forbidden"}
_KNOWN = frozenset(("src", "tgt", "src:pos", "tgt:pos", "term status", "src:comment", "tgt:comment",
                    "comment", "concept id"))


def read(data: bytes, exchange: Exchange) -> Imported:
    """A glossary with its header."""
    text = decode(data, exchange.path)
    lines = text.splitlines()
    header = [line for line in lines if line.startswith("#")]
    languages = _LANGUAGES.search(header[0]) if header and _VERSION.match(header[0]) else None
    names = next((line for line in header if line.lower().startswith("#src\t")), "")
    if not (languages and names):
        raise InputError(f"{exchange.path}:1: no UTX file; it begins with '#UTX 1.11; en/ko' and a line "
                         "'#src<tab>tgt<tab>src:pos'")
    columns = {name.strip().lower(): index for index, name in enumerate(names[1:].split("\t"))}
    kept = "".join("\n" if line.startswith("#") else line for line in text.splitlines(keepends=True))
    found = rows(kept, "\t", exchange.path, quoted=False)
    source, target = code_of(languages[1]), code_of(languages[2])
    losses = [loss for row in found for loss in _losses(row, columns, exchange.path)]
    return read_pairs((_pair(row, columns, source, target) for row in found), exchange, losses)


def write(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """A glossary of one direction; lines end as the format wants, with CR and LF."""
    target = one_target(entries, exchange, "utx")
    ledger = Ledger(entries, exchange)
    lines = [f"#UTX 1.11; {exchange.source}/{target}", "#" + "\t".join(_COLUMNS)]
    lines += [line for entry in entries for line in _lines(entry, exchange.source, target, ledger)]
    return Exported("".join(f"{line}\r\n" for line in lines).encode(), ledger.losses)


def _pair(row: Row, columns: Mapping[str, int], source: str, target: str) -> Pair:
    def cell(name: str) -> str:
        value = row.cell(columns.get(name))
        return "" if value == "-" else value
    notes = [cell(name) for name in ("src:comment", "tgt:comment", "comment")]
    named = cell("concept id")
    return Pair(row.line, cell("src"), cell("tgt"), source, target, "\n".join(filter(None, notes)),
                _ROLES.get(cell("term status").lower(), "use"),
                named if not any(char.isspace() or char in ",:/" for char in named) else "")


def _losses(row: Row, columns: Mapping[str, int], path: str) -> Iterator[str]:
    """What a row says that an entry cannot."""
    status = row.cell(columns.get("term status")).lower()
    if status in ("provisional", "obsolete", "rejected") or status not in _ROLES:
        yield f"{path}:{row.line}: the status {status} is read as {_STATUS[_ROLES.get(status, 'use')]}"
    for name, index in columns.items():
        value = row.cell(index)
        if value in ("", "-") or name.endswith(":pos") and value.lower() == "noun":
            continue
        if name not in _KNOWN or name.endswith(":pos"):
            yield f"{path}:{row.line}: {name} ({value}) is not taken over"


def _lines(entry: Entry, source: str, target: str, ledger: Ledger) -> Iterator[str]:
    """The rows of one entry: each source form with the preferred target, then the other targets."""
    forms = source_forms(entry, source)
    note = entry.note if entry.note.strip() == " ".join(entry.note.split()) and entry.note != "-" else ""
    for form, rendering in _rows(entry, forms, target):
        if form.value.startswith("#") or "-" in (form.value, rendering.value):
            continue
        said = Fact("", "", "keep", "true") if rendering is form else rendering
        ledger.say(entry.id, (form, said, Fact("", "", "note", note)))
        status = _STATUS[said.field] if said is rendering else _STATUS["use"]
        yield "\t".join((form.value, rendering.value, "noun", status, note, entry.id))


def _rows(entry: Entry, forms: Sequence[Fact], target: str) -> Iterator[tuple[Fact, Fact]]:
    """(source form, target form); both the same where the entry is not translated."""
    if not forms:
        return
    found = entry.renderings.get(target)
    if entry.keep:
        yield from ((form, form) for form in forms)
    elif found and found.use:
        yield from ((form, Fact(target, "", "use", found.use)) for form in forms)
        yield from ((forms[0], Fact(target, "", "also", value)) for value in found.also)
    if found:
        yield from ((forms[0], Fact(target, "", "avoid", value)) for value in found.avoid)
