"""Precisions in order, from the finest to the coarsest."""

from corpus.model import Precision

_ORDER = {
    precision: rank
    for rank, precision in enumerate(
        (
            Precision.DAY,
            Precision.WEEKEND,
            Precision.WEEK,
            Precision.MONTH,
            Precision.QUARTER,
            Precision.SEASON,
            Precision.HALF,
            Precision.YEAR,
            Precision.DECADE,
            Precision.CENTURY,
        )
    )
}


def is_coarser(one: Precision, other: Precision) -> bool:
    """Tells whether a precision is coarser than another; intervals and vague times are coarser than any."""
    return _ORDER.get(one, len(_ORDER)) > _ORDER.get(other, len(_ORDER))
