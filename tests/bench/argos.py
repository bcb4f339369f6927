"""Runs in argostranslate's own environment: times its PackageTranslation over articles.

Sentence boundaries are given (argostranslate would fetch a model for them): each paragraph is one
article's sentences, split where ours are, so that both decode the same segments.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time

os.environ["HOME"] = tempfile.mkdtemp()

from argostranslate import package, translate  # noqa: E402


class Given:
    """A sentencizer that knows the sentences already."""

    def __init__(self, groups: list[list[str]]) -> None:
        self.groups = {" ".join(group): group for group in groups}

    def split_sentences(self, text: str) -> list[str]:
        return self.groups[text]


def main() -> None:
    job = json.load(sys.stdin)
    found = package.Package(job["package"])
    translate.MiniSBDSentencizer = lambda _: Given(job["groups"])
    translation = translate.PackageTranslation(None, None, found)
    translation.hypotheses(" ".join(job["groups"][0]), 1)
    started = time.perf_counter()
    outputs = [translation.hypotheses(" ".join(group), 4)[0].value for group in job["groups"]]
    elapsed = time.perf_counter() - started
    tokens = sum(len(found.tokenizer.encode(output)) for output in outputs)
    print(json.dumps({"rate": tokens / elapsed}))


main()
