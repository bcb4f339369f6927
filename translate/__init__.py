"""Offline translation of news in which every name and term comes out the agreed way.

    from translate import Translator
    Translator(to="ko", glossaries=["glossaries"]).translate(["KCNA said so on Sunday."])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translate.translator import Translated, Translator

__version__ = "0.1.0"
__all__ = ["Translated", "Translator", "__version__"]


def __getattr__(name: str) -> Any:
    """Load what translates when it is first asked for: importing the package loads nothing."""
    if name in ("Translated", "Translator"):
        from translate import translator
        return getattr(translator, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
