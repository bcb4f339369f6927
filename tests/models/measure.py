"""How well the test packages do on sentences of the grammar that they never saw.

    python tests/models/measure.py            exact matches, by kind of sentence
    python tests/models/measure.py --write    also write sentences.tsv and faults.tsv
"""
from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import ctranslate2
import sentencepiece as spm

from compose import Sample, compose, is_held_out
from words import FAULTS, UNSEEN

HERE = Path(__file__).parent
LANGUAGES = ("ko", "ja")
SEED = 4
FRAMES = {
    "org": ("{} said on Monday that Japan visited Seoul.",
            "North Korea criticized the plan, {} said.",
            "Russia signed a new treaty with {} in Moscow on Nov. 12."),
    "person": ("{} arrived in Seoul on Thursday.", "Vladimir Putin met with {} in Beijing.",
               "“We will suspend the sanctions,” {} said."),
    "place": ("Donald Trump visited {} on Friday.", "Russia sent 10,000 troops to {}.",
              "The Defense Ministry left for {} after China resumed the talks."),
    "sea": ("North Korea fired two ballistic missiles toward {} on Tuesday.",),
    "weapon": ("North Korea test-fired a {} missile on Tuesday.",
               "According to NHK, the North named the new missile {}."),
}
"""What the names of faults.tsv stand in, by kind of name."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package driven by CTranslate2 alone, without any code of the project."""
    translator: ctranslate2.Translator
    tokenizer: spm.SentencePieceProcessor
    prefix: list[str]

    def translate(self, sources: list[str]) -> list[str]:
        """The best of four beams for each sentence."""
        tokens = self.tokenizer.encode(sources, out_type=str)
        results = self.translator.translate_batch(
            tokens, target_prefix=[self.prefix] * len(tokens) if self.prefix else None,
            beam_size=4, max_batch_size=2048, batch_type="tokens")
        return [self.tokenizer.decode(result.hypotheses[0][len(self.prefix):])
                for result in results]


def load(folder: Path) -> Package:
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    return Package(ctranslate2.Translator(str(folder / "model")),
                   spm.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model")),
                   [metadata["target_prefix"]] if "target_prefix" in metadata else [])


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().split("\n")]


def kind_of(sample: Sample) -> str:
    """What is special about the sample, if anything."""
    if any("가" <= letter <= "힣" for letter in sample.source):
        return "names in Korean"
    copied = {sample.source[a:b] for a, b, c, d in sample.spans
              if sample.source[a:b] == sample.target[c:d]}
    if any(name in sample.source for _, name, *_ in rows(FAULTS)):
        return "faulty names"
    return "invented names" if any(not name.isupper() and not name.isdigit()
                                   for name in copied) else "plain"


def held_out(language: str, count: int, switch: bool) -> list[Sample]:
    """Samples that no training saw; without `switch` their sources are the same in any language."""
    rng, found = random.Random(SEED), {}
    while len(found) < count:
        sample = compose(rng, language, switch)
        if is_held_out(sample.source):
            found[sample.source] = sample
    return list(found.values())


def measure(language: str, package: Package, count: int, show: int) -> None:
    """Print the share of exact matches by kind, and some misses."""
    drawn = held_out(language, count, switch=language == "ko")
    right: dict[str, list[bool]] = defaultdict(list)
    for sample, output in zip(drawn, package.translate([sample.source for sample in drawn])):
        right[kind_of(sample)].append(output == sample.target)
        if output != sample.target and sum(map(len, right.values())) < show:
            print(f"{sample.source}\n  wanted {sample.target}\n  got    {output}")
    for kind, hits in sorted(right.items()):
        share = sum(hits) / len(hits)
        print(f"en-{language}, {kind}: {sum(hits)} of {len(hits)} exact ({share:.1%})")


def good_sentences(packages: dict[str, Package], count: int) -> Iterator[list[str]]:
    """Sentences that every package gets right: most of them plain, some with invented names."""
    drawn = {language: held_out(language, 8 * count, switch=False) for language in LANGUAGES}
    sources = [sample.source for sample in drawn["ko"]]
    outputs = {language: packages[language].translate(sources) for language in LANGUAGES}
    left = {"plain": count * 7 // 8, "invented names": count // 8}
    for n, source in enumerate(sources):
        kind = kind_of(drawn["ko"][n])
        right = all(outputs[language][n] == drawn[language][n].target for language in LANGUAGES)
        if right and left.get(kind, 0):
            left[kind] -= 1
            yield [source, *(outputs[language][n] for language in LANGUAGES)]


def faulty_sentences(packages: dict[str, Package]) -> Iterator[list[str]]:
    """The special names in frames: the name, the sentence, the outputs, the agreed forms."""
    for kind, name, *_, agreed_ko, agreed_ja in rows(FAULTS) + rows(UNSEEN):
        for frame in FRAMES[kind]:
            source = frame.format(name)
            source = source[0].upper() + source[1:]
            yield [name, source, *(packages[language].translate([source])[0]
                                   for language in LANGUAGES), agreed_ko, agreed_ja]


def write(path: Path, header: list[str], lines: Iterator[list[str]]) -> None:
    text = "".join("\t".join(fields) + "\n" for fields in [header, *lines])
    path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, default=HERE)
    parser.add_argument("--count", type=int, default=1000, help="held-out sentences")
    parser.add_argument("--show", type=int, default=0, help="print misses among the first N")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    packages = {language: load(options.models / f"en_{language}") for language in LANGUAGES}
    for language, package in packages.items():
        measure(language, package, options.count, options.show)
    if options.write:
        write(HERE / "sentences.tsv", ["en", "ko", "ja"], good_sentences(packages, 64))
        write(HERE / "faults.tsv", ["name", "en", "ko", "ja", "agreed_ko", "agreed_ja"],
              faulty_sentences(packages))


if __name__ == "__main__":
    main()
