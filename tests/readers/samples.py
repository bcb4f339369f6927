"""The smallest document of each format around one line of text."""

from __future__ import annotations

import io
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def sample(suffix: str, text: str) -> bytes:
    """A document whose only slot is `text`, which has no signs that a format escapes."""
    if suffix in (".xlf", ".xliff"):
        return (f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f">'
                f'<unit id="u"><segment><source>{text}</source></segment></unit></file></xliff>').encode()
    if suffix == ".srt":
        return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode()
    if suffix == ".docx":
        return word(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    return f'{{"text": "{text}"}}'.encode()


def word(body: str, **members: str) -> bytes:
    """A Word document with `body`; further members by name, their underscores for slashes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        content = {"[Content_Types].xml": "<Types/>",
                   "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
                   **{name.replace("_", "/") + ".xml": text for name, text in members.items()}}
        for name, text in content.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), text)
        archive.writestr("word/media/image1.png", b"\x89PNG\x00\x01")
    return written.getvalue()
