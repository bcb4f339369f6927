"""`translate fix`: glossary faults of existing translations, repaired."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from translate.cli.exits import Exit
from translate.cli.options import different, engine_options, glossary_options


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", "target", required=True, metavar="LANG", help="Language of the translations.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@click.option("--source", "original", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              metavar="FILE", help="What PATH, a translated file of the same format, was made from.")
@glossary_options
@click.option("--with-model", is_flag=True,
              help="Let the installed package help to find terms; so does --models DIR.")
@engine_options
@click.option("--write", is_flag=True, help="Write the changes into PATH; shown only unless given.")
@click.option("--json", "as_json", is_flag=True, help="Print an object: rows with what changed, and counts.")
@click.pass_context
def fix(ctx: click.Context, paths: tuple[str, ...], target: str, source: str, original: Path | None,
        glossaries: tuple[Path, ...], no_glossary: bool, profile: str, with_model: bool, models: Path | None,
        beam: int, device: str, jobs: int, write: bool, as_json: bool) -> Exit:
    """Repair terms of existing translations: what the glossary wants, with particles that agree.

    PATH is .tsv (source TAB translation), .jsonl ({"en": ..., "ko": ...}), .tmx, or a translated file with
    --source; - is a .tsv from standard input, which --write writes to standard output. Only what is
    beyond doubt is changed, everything else in the file stays byte for byte, and a term that could not be
    placed is reported.

    \b
    translate fix names.tsv --to ko
    translate fix out/ko/kim.md --to ko --source articles/kim.md --write

    Exit codes: 0 nothing to do, or all done; 1 changes that are not written; 2 nothing could be read;
    3 some terms are not rendered.
    """
    from translate.cli.desks import choose_glossary, decoding_of
    from translate.cli.engines import find_routes, open_engines
    from translate.cli.fixing import Terminology, repair
    from translate.cli.pairs import open_pairs
    from translate.errors import ConfigError
    from translate.glossary.match import Matcher
    different(source, (target,))
    if original is not None and len(paths) > 1:
        raise ConfigError("--source names the source of one file; fix the files one by one")
    glossary, which = choose_glossary(glossaries, no_glossary)
    if glossary is None:
        raise ConfigError(f"{which}; name one: --glossary FILE")
    engine = None
    if with_model or ctx.get_parameter_source("models") is ParameterSource.COMMANDLINE:
        routes = find_routes(source, (target,), models)
        engine = open_engines(routes, decoding_of(beam, device, jobs))[target]
    if target not in glossary.languages:
        raise ConfigError(f"--to {target}: the glossary has no terms in this language; "
                          f"it has {', '.join(glossary.languages)}")
    terms = Terminology(Matcher(glossary, source), target, glossary.profile_for(target, profile), engine)
    files = [open_pairs(path, source, target, original) for path in paths]
    return repair(files, terms, write=write, as_json=as_json)
