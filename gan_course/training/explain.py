"""What torch's errors mean in a run: each known one becomes one line with its mend."""

from __future__ import annotations

from gan_course.errors import SetupError

_LONGEST = 200

# What torch says, and what to do about it; the first sign found in the message counts.
_MENDS = (
    (
        "modified by an inplace operation",
        "a tensor it needs was changed after it was computed. Where a step uses logits or fakes from before "
        "the other network's step, compute them afresh; where an activation has inplace=True, take that out",
    ),
    (
        "used in an in-place operation",
        "the first layer overwrites the samples it is given: take inplace=True out of the first activation",
    ),
    (
        "backward through the graph a second time",
        "a graph was walked backwards twice: compute logits and fakes afresh in each step",
    ),
    (
        "more than 1 value per channel",
        "batch normalisation compares the rows of a batch, and one row has nothing to compare: give "
        "batch_size= of at least 2, or take the batch normalisation out",
    ),
    (
        "between 0 and 1",
        "this loss takes probabilities, and D's output is a logit of any size: use "
        "nn.BCEWithLogitsLoss (or softplus) in place of nn.BCELoss",
    ),
    (
        "must be the same as input size",
        "make the labels in the logits' own shape, torch.ones_like(logits) or torch.zeros_like(logits)",
    ),
    (
        "that is different to the input size",
        "make the labels in the logits' own shape, torch.ones_like(logits) or torch.zeros_like(logits)",
    ),
    (
        "expected dtype",
        "compute it in the samples' own type: real and fake samples arrive as float32",
    ),
    (
        "same dtype",
        "keep networks and noise in one type: call .float() on the network that is not float32",
    ),
    (
        "created only for scalar outputs",
        "a loss or a penalty is not one number: return the mean over the batch",
    ),
    (
        "device",
        "make tensors inside forward on the input's device, such as torch.zeros(n, device=z.device)",
    ),
)


def mend(error: BaseException) -> str:
    """Return what to do about one of torch's errors; the empty string if it is not known."""
    text = str(error)
    return next((advice for sign, advice in _MENDS if sign in text), "")


def reason(error: BaseException) -> str:
    """Return an error's message in one short line."""
    text = " ".join(str(error).split())
    # Torch goes on about anomaly detection after the first sentences; the mend takes that place.
    text = text.partition(" Hint: ")[0].rstrip(".")
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def explained(what: str, error: BaseException) -> SetupError | None:
    """Build the one-line error for a known mistake.

    Args:
        what: What was being done, such as ``"d_loss fails on logits of shape (4, 1)"``.
        error: What torch raised.

    Returns:
        The error, to be raised ``from`` torch's; None where torch's own is all that can be said, so that
        the student sees the line of theirs that raised it.

    >>> print(explained("d_step fails", RuntimeError("Trying to backward through the graph a second time.")))
    d_step fails (Trying to backward through the graph a second time): a graph was walked backwards twice: ...
    """
    if isinstance(error, SetupError):
        return None
    advice = mend(error)
    return SetupError(f"{what} ({reason(error)}): {advice}.") if advice else None
