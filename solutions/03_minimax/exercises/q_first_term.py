"""Key of a closing question: the gradient of V's first term in the generator's parameters."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "The first term averages log D(x) over real samples. Neither they nor D's parameters change when θ_g "
    "changes, so its gradient in θ_g is zero, always. G hears of the data only through D and the second term.",
)
key.wrong(
    "terms_mirror_each_other",
    "The two terms do not mirror each other in θ_g.",
    "Write down which symbols of the first term contain θ_g.",
    "a",
)
key.wrong(
    "real_samples_push_g",
    "D's values on real samples do not depend on G's parameters.",
    "A gradient in θ_g needs something that changes when θ_g changes.",
    "b",
)
key.wrong(
    "zero_only_at_equilibrium",
    "It is zero long before the equilibrium as well.",
    "Which symbols of the first term contain θ_g, at any time?",
    "d",
)
