"""Ways in which a conditional step goes wrong, beside those of every step."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception

IGNORES_MISMATCH = Misconception(
    "ignores_mismatch",
    "Your step never asks for wrong labels.",
    "The third kind of pair needs them: call mismatch(labels), an argument of the step.",
)
NOT_MISMATCHED = Misconception(
    "third_pair_not_mismatched",
    "The three kinds of pairs are not there: real images with wrong labels are missing, or stand in the place of the right ones.",
    "Write the three pairs down: (real, y), (fake, y), (real, wrong). Which does each D call of yours see?",
)
MISMATCHED_FAKES = Misconception(
    "mismatched_fakes",
    "Your third kind of pair is a fake with a wrong label.",
    "A fake is rejected for being fake, so its wrong label teaches nothing. The mismatched pair has a real image.",
)
SWAPPED_ORDER = Misconception(
    "swapped_logits",
    "The loss received the three batches of logits in the wrong order.",
    "The order is loss(matched, fake, mismatched).",
)
FAKE_OTHER_LABELS = Misconception(
    "fake_other_labels",
    "G made the fakes for other labels than those D judged them under.",
    "A fake carries the label it was made for: the same labels for G and for D, in the same order.",
)
ONLY_REAL_CONDITIONED = Misconception(
    "only_real_conditioned",
    "Only the real images come with their labels; the fakes get a label that never changes.",
    "D would tell fakes by their label alone. Ask G for the labels of the batch, and judge the fakes under them.",
)
LABELS_MOVED = Misconception(
    "labels_moved",
    "The real images were judged under labels in another order.",
    "Row i of `real` belongs to row i of `labels`: shuffle both or neither.",
)
REAL_AS_FAKE = Misconception(
    "real_as_fake",
    "The second batch of logits does not come from G.",
    "D must be shown fakes: x = G(z, y), then D(x, y).",
)
