"""CTranslate2 models, each loaded once however many packages share it."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translate.engine.interface import Decoding
from translate.errors import ConfigError, PackageBroken
from translate.records import Package

if TYPE_CHECKING:
    import ctranslate2


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parallel(decoding: Decoding) -> int:
    """Batches decoded at once: one for each core unless the options say otherwise.

    One thread a batch and many batches at once beats many threads on one batch about twofold, because
    the matrices of a single batch are too small to share out.
    """
    return decoding.jobs or cores()


def load_model(package: Package, decoding: Decoding) -> ctranslate2.Translator:
    """The package's model, ready to decode.

    Raises:
        PackageBroken: CTranslate2 cannot load it.
        ConfigError: CUDA was asked for and there is none.
    """
    device = _device(decoding)
    jobs = parallel(decoding) if device == "cpu" else 1
    try:
        return _load(str(package.model.resolve()), device, jobs, max(1, cores() // jobs))
    except (RuntimeError, ValueError, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise PackageBroken(
            f"{package.path}: the model of {package.name} cannot be loaded ({reason}); install it again: "
            f"translate models install {package.source} {package.target} --force") from error


def _device(decoding: Decoding) -> str:
    import ctranslate2
    found = ctranslate2.get_cuda_device_count()
    if decoding.device == "cuda" and not found:
        raise ConfigError("--device cuda: no CUDA device was found; use --device cpu")
    return "cuda" if found and decoding.device != "cpu" else "cpu"


@lru_cache(maxsize=8)
def _load(path: str, device: str, jobs: int, threads: int) -> Any:
    """int8 on the CPU whatever the file holds: exact integer sums keep a result free of its batch."""
    import ctranslate2
    kind = "int8" if device == "cpu" else "int8_float16"
    return ctranslate2.Translator(path, device=device, compute_type=kind,
                                  inter_threads=jobs, intra_threads=threads)
