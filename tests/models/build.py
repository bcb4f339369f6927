"""Train the test packages: `python tests/models/build.py ko ja` (PyTorch, minutes on two cores)."""
from __future__ import annotations

import argparse
import io
import itertools
import json
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import sentencepiece as spm
import torch
import torch.nn.functional as F

from compose import Sample, samples
from translate.training.export import export
from translate.training.network import Network
from translate.training.pieces import PAD
from translate.training.recipe import Size

HERE = Path(__file__).parent
VOCABULARY = 2500
BATCH_TOKENS = 1500
CHUNK = 4000
"""Sentences drawn at a time; batches are cut from a chunk sorted by length."""
DELIMITER = "\u241f"
WARM_UP = 300
PEAK_RATE = 3e-3
ALIGNMENT_WEIGHT = 0.3
NAMES = {"ko": "Korean", "ja": "Japanese"}
KEYS = {"ko": {"glosswire": {"code_switch": True}}, "ja": {"target_prefix": "<2ja>"}}
"""What the metadata says beyond the languages: one package of either kind."""

Encoded = tuple[list[int], list[int], np.ndarray]
"""Source ids, target ids, and the alignment (target token, source token): rows add up to 1 or 0."""


def train_tokenizer(language: str, prefix: list[str]) -> bytes:
    """A joint SentencePiece model with byte fallback, as bytes. No piece crosses a word's edge."""
    drawn = itertools.islice(samples(1, language, switch=language == "ko"), 30000)
    lines = (text for sample in drawn for text in delimited(sample))
    out = io.BytesIO()
    spm.SentencePieceTrainer.train(
        sentence_iterator=lines, model_writer=out, vocab_size=VOCABULARY, byte_fallback=True,
        character_coverage=0.9998, unk_id=0, bos_id=1, eos_id=2, pad_id=PAD, num_threads=1,
        user_defined_symbols=prefix, normalization_rule_name="identity", split_digits=True,
        pretokenization_delimiter=DELIMITER, minloglevel=2)
    return out.getvalue()


def delimited(sample: Sample) -> Iterator[str]:
    """Source and target with the edges of the aligned words shown to the tokenizer's trainer.

    Without them a language that writes no spaces gets pieces like ソウルを訪問した, as the grammar
    repeats itself more than news does.
    """
    for text, side in ((sample.source, 0), (sample.target, 2)):
        ends = {edge for span in sample.spans for edge in span[side:side + 2]}
        edges = sorted({0, *(edge - text[:edge].endswith(" ") for edge in ends)})
        parts = (text[a:b] for a, b in zip(edges, [*edges[1:], len(text)]))
        yield DELIMITER.join(part for part in parts if part)


def piece_spans(pieces: list[str]) -> list[tuple[int, int]]:
    """The characters that each piece covers; the first begins with a space that is not there."""
    spans, at, pending = [], -1, b""
    for piece in pieces:
        if piece.startswith("<0x"):
            spans.append((at, at + 1))
            pending += bytes([int(piece[3:5], 16)])
            if pending.decode(errors="ignore"):
                at, pending = at + 1, b""
        else:
            spans.append((at, at + len(piece)))
            at += len(piece)
    return spans


def align(sample: Sample, source: list[str], target: list[str]) -> np.ndarray:
    """Which source pieces each target piece stands for: alike words letter by letter."""
    matrix = np.zeros((len(target), len(source)), dtype=np.float32)
    here, there = np.array(piece_spans(source)), np.array(piece_spans(target))
    for start, end, low, high in sample.spans:
        alike = sample.source[start:end] == sample.target[low:high]
        for row in np.flatnonzero((there[:, 1] > low) & (there[:, 0] < high)):
            first, last = ((max(there[row, 0], low) - low + start, there[row, 1] - low + start)
                           if alike else (start, end))
            matrix[row] = (here[:, 1] > first) & (here[:, 0] < last) & (here[:, 0] < end)
    return matrix / np.maximum(matrix.sum(1, keepdims=True), 1)


def encode(sample: Sample, tokenizer: spm.SentencePieceProcessor, prefix: list[str]) -> Encoded:
    source = tokenizer.encode(sample.source, out_type=str)
    target = tokenizer.encode(sample.target, out_type=str)
    matrix = np.zeros((len(prefix) + len(target) + 1, len(source)), dtype=np.float32)
    matrix[len(prefix):-1] = align(sample, source, target)
    ids = [1, *tokenizer.piece_to_id([*prefix, *target]), 2]
    return tokenizer.piece_to_id(source), ids, matrix


def batches(items: Iterator[Encoded], rng: random.Random) -> Iterator[list[Encoded]]:
    """Endless batches of about BATCH_TOKENS tokens of padded text."""
    while True:
        chunk = sorted(itertools.islice(items, CHUNK), key=lambda item: len(item[1]))
        cut: list[list[Encoded]] = [[]]
        for item in chunk:
            if (len(cut[-1]) + 1) * max(len(item[0]), len(item[1])) > BATCH_TOKENS:
                cut.append([])
            cut[-1].append(item)
        rng.shuffle(cut)
        yield from cut


def stack(batch: list[Encoded]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Padded source ids, target ids and alignments."""
    width, height = max(len(item[0]) for item in batch), max(len(item[1]) for item in batch)
    source = np.full((len(batch), width), PAD)
    target = np.full((len(batch), height), PAD)
    matrix = np.zeros((len(batch), height - 1, width), dtype=np.float32)
    for row, (here, there, alignment) in enumerate(batch):
        source[row, :len(here)], target[row, :len(there)] = here, there
        matrix[row, :len(there) - 1, :len(here)] = alignment
    return torch.from_numpy(source), torch.from_numpy(target), torch.from_numpy(matrix)


def loss_of(model: Network, batch: list[Encoded]) -> torch.Tensor:
    """Cross-entropy of the next token, and of the first head with the known alignment."""
    source, target, matrix = stack(batch)
    states, attention = model(source, target[:, :-1])
    wanted = target[:, 1:]
    kept = wanted != PAD
    logits = states[kept] @ model.embeddings.weight.T
    translation = F.cross_entropy(logits, wanted[kept], label_smoothing=0.05)
    aligned = -(matrix * (attention + 1e-6).log()).sum() / matrix.sum()
    return translation + ALIGNMENT_WEIGHT * aligned


def train(model: Network, stream: Iterator[list[Encoded]], steps: int) -> None:
    """The learning rate rises for WARM_UP steps, then falls in a straight line to zero."""
    optimizer = torch.optim.AdamW(model.parameters(), betas=(0.9, 0.98), weight_decay=0.01)
    started, total = time.monotonic(), 0.0
    for step in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = PEAK_RATE * min(step / WARM_UP, (steps - step + 1) / (steps - WARM_UP))
        loss = loss_of(model, next(stream))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        total += loss.item()
        if step % 100 == 0:
            print(f"{step} loss {total / 100:.3f} {time.monotonic() - started:.0f} s", flush=True)
            total = 0.0


def build(language: str, steps: int, folder: Path) -> None:
    """Train one package and write it to the folder."""
    torch.manual_seed(1)
    torch.set_num_threads(1)
    prefix = [KEYS[language]["target_prefix"]] if "target_prefix" in KEYS[language] else []
    tokenizer_bytes = train_tokenizer(language, prefix)
    tokenizer = spm.SentencePieceProcessor(model_proto=tokenizer_bytes)
    drawn = samples(2, language, switch=language == "ko")
    stream = batches((encode(sample, tokenizer, prefix) for sample in drawn), random.Random(3))
    model = Network(Size(VOCABULARY, 128, 4, 512, 3, 2), 0.05)
    train(model, stream, steps)
    shutil.rmtree(folder, ignore_errors=True)
    pieces = [tokenizer.id_to_piece(i) for i in range(VOCABULARY)]
    export(model.eval(), pieces, folder / "model")
    (folder / "sentencepiece.model").write_bytes(tokenizer_bytes)
    metadata = {"package_version": "1.0", "argos_version": "1.9", "from_code": "en",
                "from_name": "English", "to_code": language, "to_name": NAMES[language]}
    text = json.dumps(metadata | KEYS[language], indent=2) + "\n"
    (folder / "metadata.json").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="+", choices=NAMES)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    for language in options.languages:
        build(language, options.steps, options.out / f"en_{language}")


if __name__ == "__main__":
    main()
