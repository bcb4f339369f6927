"""The exceptions of the project. Every message is one line: what, where, what to do.

GlosswireError
├── InputError               a source that cannot be read
│   └── EncodingError        bytes that are no text in a known encoding
├── OutputError              a result that cannot be written
├── ConfigError              an option or a settings file that makes no sense
├── PackageError             an Argos package
│   ├── PackageMissing       none is installed for the language pair
│   ├── PackageBroken        it is installed, but cannot be loaded or does not match its digest
│   ├── PackageRefused       an archive that is unsafe or is no package
│   └── DownloadError        the index or an archive did not arrive whole
├── EngineError              decoding failed
├── LockError                a locked run whose inputs differ from the lock
├── StoreError               a translation memory that cannot be opened, read or written
└── GlossaryError            a glossary that cannot be loaded
"""

from __future__ import annotations


class GlosswireError(Exception):
    """Any failure that a user can act on; the command line prints it and exits with `exit_code`."""

    exit_code = 2


class InputError(GlosswireError):
    """A source that cannot be read: missing, empty, binary or of an unknown format."""


class EncodingError(InputError):
    """Bytes that are no text in any encoding the reader may assume."""


class OutputError(GlosswireError):
    """A result that cannot be written: no permission, a full disk, a name that is taken."""


class ConfigError(GlosswireError):
    """An option or a settings file that makes no sense."""


class PackageError(GlosswireError):
    """Anything wrong with an Argos package."""


class PackageMissing(PackageError):
    """No installed package, nor a chain of two, translates between the two languages."""


class PackageBroken(PackageError):
    """A package that is installed but cannot be loaded, or whose digest is not the locked one."""


class PackageRefused(PackageError):
    """An archive that is no Argos package, or that tries to write outside its folder."""


class DownloadError(PackageError):
    """The package index or an archive could not be fetched whole."""


class EngineError(GlosswireError):
    """The decoder could not do its work."""


class LockError(GlosswireError):
    """A `--frozen` run whose package, glossary or options are not those of the lock."""


class StoreError(GlosswireError):
    """A translation memory that cannot be opened, read or written; a run can go on without it."""


class GlossaryError(GlosswireError):
    """A glossary that cannot be loaded; `problems` holds one line for each fault found."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
