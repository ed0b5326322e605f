"""From samples to figures: medians with their spread, percentiles, and ratios within one run."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A median, and the least and the most of the same samples."""

    median: float
    least: float
    most: float


def figure(samples: Sequence[float | None]) -> Figure | None:
    """Of the samples that are there; None where there are none."""
    there = [sample for sample in samples if sample is not None]
    return Figure(statistics.median(there), min(there), max(there)) if there else None


def ratio(ours: Sequence[float | None], theirs: Sequence[float | None]) -> Figure | None:
    """Of ours to theirs, run by run; runs in which one of them is missing, or theirs is nothing, are left out."""
    return figure([one / other if one is not None and other else None for one, other in zip(ours, theirs)])


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least this share of all (0 to 1) does not exceed. Raises ValueError without samples."""
    if not samples:
        raise ValueError("no samples")
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
