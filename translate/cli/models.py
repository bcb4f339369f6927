"""`translate models`: the packages that translate."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import glossary_options
from translate.errors import ConfigError

_DIGEST = re.compile("[0-9A-Fa-f]{64}")
_LOOK = click.option("--models", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                     help="Folder of Argos packages to look in first.")
_INTO = click.option("--models", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                     help="Folder to install into (default: the one of Argos Translate).")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_QUIET = click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")


def _sha256(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value and not _DIGEST.fullmatch(value):
        raise click.BadParameter("a SHA-256 is 64 hexadecimal digits")
    return value.lower()


@click.group()
def models() -> None:
    """Find, install, verify and lock Argos packages.

    A package translates one language into one other. Packages are looked for in --models, in
    $ARGOS_PACKAGES_DIR, where Argos Translate keeps its own, and in the built-in starter.
    """


@models.command("list")
@_LOOK
@_JSON
def list_(models: Path | None, as_json: bool) -> None:
    """Show what is installed, and what is used."""
    from translate.cli.models_view import installed_rows, print_json, show_installed
    from translate.engine.packages import find_packages
    found = find_packages(models)
    if as_json:
        print_json(installed_rows(found))
    else:
        show_installed(found)


@models.command()
@click.argument("source", metavar="[FROM]", required=False)
@click.argument("target", metavar="[TO]", required=False)
@_LOOK
@_JSON
def available(source: str | None, target: str | None, models: Path | None, as_json: bool) -> None:
    """Show what can be installed.

    All packages of the index, or those FROM a language, or the one TO another.
    """
    from translate.cli.models_view import offered_rows, print_json, show_offered
    from translate.engine import argos
    from translate.engine.index import load_index
    from translate.engine.packages import find_packages
    found = find_packages(models)
    offers = [offer for offer in load_index(argos.index_address())
              if source in (None, offer.source) and target in (None, offer.target)]
    if as_json:
        print_json(offered_rows(offers, found))
    else:
        show_offered(offers, found)


@models.command()
@click.argument("what", nargs=-1, required=True, metavar="FROM TO... | FILE")
@_INTO
@click.option("--sha256", default="", metavar="HEX", callback=_sha256,
              help="What the archive's SHA-256 must be.")
@click.option("--force", is_flag=True, help="Install even what is installed already.")
@_QUIET
def install(what: tuple[str, ...], models: Path | None, sha256: str, force: bool,
            quiet: bool) -> None:
    """Install from Argos's index, or from a FILE.

    \b
    translate models install en ko ja
    translate models install translate-en_ko-1_1.argosmodel

    A download that was cut goes on where it stopped. The index is Argos Translate's own, or the one
    that ARGOS_PACKAGE_INDEX names.
    """
    from translate.cli.installing import Reporter, choose_folder, install_file, install_pairs
    folder, say = choose_folder(models), Reporter(quiet)
    if len(what) == 1:
        if not Path(what[0]).is_file():
            raise ConfigError(f"{what[0]}: there is no such file; name one, or two languages: "
                              "translate models install en ko")
        install_file(Path(what[0]), folder, sha256, say)
    elif sha256 and len(what) > 2:
        raise ConfigError("--sha256 goes with one package; install them one by one")
    else:
        install_pairs(what[0], tuple(dict.fromkeys(what[1:])), folder, sha256, force, say)


@models.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@_LOOK
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
@_QUIET
def remove(source: str, target: str, models: Path | None, yes: bool, quiet: bool) -> None:
    """Delete an installed package.

    Of several that translate FROM a language TO another, the one that is used.
    """
    from translate.cli.installing import Reporter, find_removable
    from translate.cli.installing import remove as delete
    entry = find_removable(source, target, models)
    if not yes and not sys.stdin.isatty():
        raise ConfigError(f"{entry.path} would be deleted; say --yes where nobody can be asked")
    if yes or click.confirm(f"Delete {entry.path}?", err=True):
        delete(entry, Reporter(quiet))
    else:
        click.echo("nothing was deleted", err=True)


@models.command()
@_LOOK
@_JSON
@_QUIET
def verify(models: Path | None, as_json: bool, quiet: bool) -> Exit:
    """Load every package, and compare with the lock.

    Packages in use are compared with translate.lock, if the current folder has one. Exit 1 if one is broken
    or not the locked one.
    """
    from translate.cli.models_view import print_json, show_verified
    from translate.cli.verifying import compare_lock, conclude, verify_packages
    from translate.engine.lock import LOCK
    from translate.engine.packages import find_packages
    found = find_packages(models)
    rows = verify_packages(found)
    differences = compare_lock(LOCK, found) if LOCK.exists() else []
    if as_json:
        print_json({"packages": rows, "lock": differences})
    elif not quiet:
        show_verified(rows)
    return conclude(rows, differences)


@models.command()
@click.argument("pairs", nargs=-1, metavar="[FROM TO...]")
@_LOOK
@glossary_options
@click.option("--beam", type=click.IntRange(1, 16), default=4, show_default=True,
              help="Hypotheses kept while decoding.")
@_QUIET
def lock(pairs: tuple[str, ...], models: Path | None, glossaries: tuple[Path, ...], no_glossary: bool,
         profile: str, beam: int, quiet: bool) -> None:
    """Write down what is translated with.

    translate.lock, in the current folder, then holds the digests of all packages in use, or of those
    that lead FROM a language TO others, and of the glossary, and the options that decide a translation;
    `translate run --frozen` refuses to work with any other.
    """
    from translate.cli.desks import choose_glossary, decoding_of, lockable
    from translate.cli.installing import Reporter
    from translate.cli.verifying import choose_for_lock
    from translate.engine.lock import LOCK, write_lock
    if len(pairs) == 1:
        raise ConfigError(f"{pairs[0]}: to which language? For example: "
                          f"translate models lock {pairs[0]} ko ja")
    packages = choose_for_lock(models, pairs[0] if pairs else "", pairs[1:])
    glossary, _ = choose_glossary(glossaries, no_glossary)
    write_lock(LOCK, packages, lockable(glossary, decoding_of(beam, "auto", 0), profile))
    Reporter(quiet)(f"locked {', '.join(package.name for package in packages)} in {LOCK} "
                    "(undo: restore it from version control, or delete it)")


@models.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@_LOOK
@click.option("--glossary", "-g", "glossaries", multiple=True, metavar="FILE|DIR",
              type=click.Path(path_type=Path, exists=True),
              help="Glossary file or folder to take terms from. [default: the folder glossaries here]")
@_JSON
def probe(source: str, target: str, models: Path | None, glossaries: tuple[Path, ...],
          as_json: bool) -> None:
    """Measure how far a package's attention can be trusted.

    Terms of the glossary are translated in short sentences by the package that is used FROM a language TO
    another. Printed is how often attention points at the rendering that the glossary knows. The figure is
    kept by package in the user's cache folder; later runs use it to decide how terms are located, and
    state it in their signature.
    """
    from translate.cli.desks import choose_glossary
    from translate.cli.models_view import print_json
    from translate.cli.probing import lines, measure
    from translate.engine.packages import find_packages, route
    glossary, which = choose_glossary(glossaries, False)
    if glossary is None:
        raise ConfigError(f"{which}; name one: --glossary FILE")
    told = measure(route(find_packages(models), source, target)[-1], glossary)
    if as_json:
        print_json(told)
    else:
        click.echo("\n".join(lines(told)))
