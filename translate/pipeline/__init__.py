"""Composition: a file becomes a document, documents become translations, a translation becomes a file.

    read -> clean -> split -> plan -> recall -> draft -> enforce -> assemble -> write
"""

from __future__ import annotations

from translate.pipeline.assembly import Assembled, assemble, translate_text, write
from translate.pipeline.bilingual import describe
from translate.pipeline.desk import Desk, Terms
from translate.pipeline.document import Document, Result, Work, prepare
from translate.pipeline.joining import joined, mended
from translate.pipeline.people import EDITED, ORIGIN, Answer, Kept, answers
from translate.pipeline.translating import translate

__all__ = ["EDITED", "ORIGIN", "Answer", "Assembled", "Desk", "Document", "Kept", "Result", "Terms", "Work",
           "answers", "assemble", "describe", "joined", "mended", "prepare", "translate", "translate_text",
           "write"]
