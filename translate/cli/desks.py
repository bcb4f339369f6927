"""From the options of the command line to desks that are ready to translate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from translate.cli.probing import attention_of
from translate.engine.interface import Decoding, Engine
from translate.errors import ConfigError
from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary, digest as digest_entries
from translate.pipeline import Desk, Terms
from translate.records import Package
from translate.terms.enforce import Enforcer, Settings

HOME = Path("glossaries")
"""Where glossaries are looked for when none is named."""


def choose_glossary(named: Sequence[Path], without: bool) -> tuple[Glossary | None, str]:
    """The glossary to use, and one line that says which.

    Exactly the files and folders that are named, as layers; else the folder `glossaries` of the current
    one; else none.

    Raises:
        ConfigError: Glossaries are named and refused at once.
        GlossaryError: A glossary cannot be loaded.
    """
    if without and named:
        raise ConfigError("--no-glossary and --glossary exclude each other; leave one out")
    paths = list(named) or ([HOME] if HOME.is_dir() else [])
    if without or not paths:
        why = "" if without else ": none was named, and there is no folder glossaries/ here"
        return None, f"no glossary{why}"
    glossary = load(paths)
    return glossary, f"{len(glossary.entries):,} glossary entries from {', '.join(map(str, paths))}"


def open_desks(engines: Mapping[str, Engine], routes: Mapping[str, Sequence[Package]],
               glossary: Glossary | None, source: str, profile: str) -> dict[str, Desk]:
    """A desk for each engine.

    Raises:
        ConfigError: No entry knows the profile.
    """
    if glossary is None:
        return {target: Desk(engine) for target, engine in engines.items()}
    matcher = Matcher(glossary, source)
    return {target: Desk(engine, Terms(matcher, Enforcer(engine, _settings(routes[target])),
                                       glossary.profile_for(target, profile)))
            for target, engine in engines.items()}


def decoding_of(beam: int, device: str, jobs: int) -> Decoding:
    """The decoding options of the command line."""
    from typing import cast

    from translate.engine.interface import Device
    return Decoding(beam=beam, device=cast(Device, device), jobs=jobs)


def lockable(glossary: Glossary | None, decoding: Decoding, profile: str) -> dict[str, str]:
    """What beside the packages decides a translation, as translate.lock holds it."""
    return {"glossary": digest_entries(glossary.entries) if glossary else "", "decoding": decoding.signature,
            "profile": profile}


def _settings(route: Sequence[Package]) -> Settings:
    """What the ladder knows of the package that writes the target language."""
    return Settings(code_switch=len(route) == 1 and route[0].code_switch, trust=attention_of(route[-1]))
