"""Key of a closing question: the friction that two penalties give to the Dirac-GAN."""

from gan_grading.keys.questions import NumberKey

key = NumberKey(
    -0.2,
    "Each penalty adds −γψ to D's motion, together −2γψ. The eigenvalues solve λ² + 2γλ + ¼ = 0, and while they "
    "are complex (γ < ½) their real part is half of the middle term with a minus: −γ = −0.2.",
    tolerance=0.005,
)
key.wrong(
    "one_penalty",
    "That is the friction of one penalty alone.",
    "R1 and R2 each add −γψ: the middle term of the equation is doubled.",
    -0.1,
)
key.wrong(
    "sign",
    "With a positive real part a disturbance would grow.",
    "Friction lets the circles shrink: which sign has the rate?",
    0.2,
    0.1,
    0.4,
)
key.wrong(
    "half_forgotten",
    "That is the middle term itself, not the real part of the eigenvalues.",
    "λ² + bλ + c = 0 has the solutions −b/2 ± √(b²/4 − c).",
    -0.4,
)
key.wrong(
    "imaginary_part",
    "That is what you get with no penalty, or the size of the imaginary part.",
    "The imaginary part says how fast it circles, the real part how fast the circles shrink.",
    0.0,
    0.5,
    0.458,
)
