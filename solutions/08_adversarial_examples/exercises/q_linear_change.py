"""Key of the question about the change of a linear score."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    -75.0,
    "Each of the 150,000 pixels contributes −ε|wᵢ|, so the score falls by ε‖w‖₁ = 0.01 · 150,000 · 0.05 = 75, whatever "
    "the signs of the weights. No pixel has changed by more than one hundredth of the range: many small "
    "changes in the right direction add up, and that is the whole of the near-linearity argument.",
    tolerance=0.05,
)
key.wrong("sign", "The size is right, the sign is not.", "The worst case lowers the score.", 75.0)
key.wrong(
    "as_by_chance",
    "That is about what a random perturbation does.",
    "By chance the terms cancel, and √d is left. In the worst case all of them have the same sign.",
    -0.194,
)
key.wrong(
    "epsilon_missing",
    "That is the sum of all weights' sizes, without ε.",
    "Each pixel moves by ε = 0.01, not by 1.",
    -7500.0,
)
