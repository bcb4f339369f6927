"""What desks are made of, in a form that can be sent to another machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate.engine.deferred import DeferredEngine
from translate.engine.interface import Decoding
from translate.engine.packages import digest, find_packages, route
from translate.errors import LockError
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.pipeline import Desk, Terms
from translate.pipeline.desk import Recalling
from translate.records import Package
from translate.terms.enforce import Enforcer, Settings


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything that decides what a desk writes."""

    source: str
    targets: tuple[str, ...]
    decoding: Decoding
    models: Path | None = None
    """A folder of packages to look in first."""
    glossary: Glossary | None = None
    profile: str = ""
    trust: Mapping[str, float] = field(default_factory=dict)
    """By target language how far the attention of its package is trusted, where that is known."""

    @property
    def routes(self) -> dict[str, tuple[Package, ...]]:
        """By target language the packages that lead there, as they are installed here.

        Raises:
            PackageMissing: None does.
        """
        found = find_packages(self.models)
        return {target: route(found, self.source, target) for target in self.targets}

    @property
    def digests(self) -> tuple[str, ...]:
        """Of all packages on the routes: two machines with the same write the same."""
        return tuple(digest(package) for packages in self.routes.values() for package in packages)

    def open(self, memory: Recalling | None = None) -> dict[str, Desk]:
        """A desk for each target language; its package is loaded when it is needed.

        Raises:
            PackageMissing, PackageBroken: A package is not there, or cannot be read.
            ConfigError: No entry knows the profile.
        """
        matcher = Matcher(self.glossary, self.source) if self.glossary else None
        return {target: self._desk(target, packages, matcher, memory) for target, packages in self.routes.items()}

    def _desk(self, target: str, packages: Sequence[Package], matcher: Matcher | None,
              memory: Recalling | None) -> Desk:
        engine = DeferredEngine(packages, self.decoding)
        decides = "|".join([*map(digest, packages), self.decoding.signature])
        if matcher is None or self.glossary is None:
            return Desk(engine, None, memory, decides)
        settings = Settings(code_switch=len(packages) == 1 and packages[0].code_switch,
                            trust=self.trust.get(target, Settings().trust))
        terms = Terms(matcher, Enforcer(engine, settings), self.glossary.profile_for(target, self.profile))
        return Desk(engine, terms, memory, decides)

    def verify(self, digests: Sequence[str], where: str) -> None:
        """Refuse packages that are not those of `digests`.

        Raises:
            LockError: They are others.
        """
        if self.digests != tuple(digests):
            raise LockError(f"{where}: the packages here are not those of the machine that started the run; "
                            "install the same ones on every machine, or name a shared folder with --models")
