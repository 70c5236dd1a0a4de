"""Key of z = μ + σ ⊙ ε (Kingma & Welling 2013, https://arxiv.org/abs/1312.6114, section 2.4)."""

from gan_course.exercises.values import DETACHED
from gan_grading.keys import Key


def right(mean, log_var, noise):
    return mean + (log_var / 2).exp() * noise


def normal(**more):
    return {"draw": "normal", "shape": ["N", "d"], **more}


def case(on, log_var=None, **sizes):
    given = [normal(), log_var or normal(), normal()]
    return {"on": on, "given": given, "sizes": sizes, "slopes": [0, 1], "rows": 2}


key = Key(
    "values",
    right=right,
    names=["mean", "log_var", "noise"],
    returns="tensor",
    parts=[
        # Whoever draws noise of their own gets numbers too; only then is it told from code that stops.
        {"criterion": "returns numbers", "finite": True, "cases": [case("one code", N=1, d=2)]},
        {
            "criterion": "a code for each picture",
            "cases": [
                {
                    "on": "μ = (1, −1), log σ² = (0, ln 4), ε = (0.5, 0.5)",
                    "given": [{"is": [[1.0, -1.0]]}, {"is": [[0.0, 1.3862944]]}, {"is": [[0.5, 0.5]]}],
                },
                case("several codes", N=[4, 6], d=3),
                case("one code of one number", N=1, d=1),
                case(
                    "narrow and wide codes",
                    {"draw": "uniform", "shape": ["N", "d"], "low": -12.0, "high": 6.0},
                    N={"hidden": 20, "public": 4},
                    d=3,
                ),
            ],
            "otherwise": "not_from_the_noise",
        },
    ],
)
key.wrong(
    "variance_for_deviation",
    "The noise is multiplied by the variance, not by the standard deviation.",
    "e^(log σ²) is σ². Noise of deviation 1, multiplied by s, has deviation s.",
    lambda m, v, e: m + v.exp() * e,
    lambda m, v, e: m - v.exp() * e,
)
key.wrong(
    "log_var_not_undone",
    "log σ² is used as if it were σ, log σ or σ² itself, or its root is taken in another way than by halving.",
    "What is log σ, if log σ² is given? And which function undoes a logarithm?",
    lambda m, v, e: m + v * e,
    lambda m, v, e: m + v / 2 * e,
    lambda m, v, e: m + (2 * v).exp() * e,
    lambda m, v, e: m + v.abs().sqrt() * e,
    lambda m, v, e: m + v.clamp(min=0).sqrt() * e,
    lambda m, v, e: m + v.sqrt() * e,
    lambda m, v, e: m + v.sqrt().exp() * e,
    lambda m, v, e: m + 0.5 * v.exp() * e,
    lambda m, v, e: m + (-v / 2).exp() * e,
)
key.wrong(
    "noise_ignored",
    "You return the mean: every picture has one code only, and nothing is drawn.",
    "z has to be a draw from N(μ, σ²). Where does ε come in?",
    lambda m, v, e: m,
    lambda m, v, e: m + (v / 2).exp(),
    lambda m, v, e: m + v,
)
key.wrong(
    "mean_missing",
    "Your codes are not around μ.",
    "Noise that is stretched by σ lies around 0. What moves it to where it belongs?",
    lambda m, v, e: (v / 2).exp() * e,
    lambda m, v, e: m * e + (v / 2).exp(),
    lambda m, v, e: (m + (v / 2).exp()) * e,
    lambda m, v, e: m * (v / 2).exp() * e,
    lambda m, v, e: m + (v / 2).exp() + e,
    lambda m, v, e: m + e,
    lambda m, v, e: e,
    lambda m, v, e: (e - m) / (v / 2).exp(),
)
key.wrong(
    "minus",
    "ε is subtracted.",
    "Here this makes no difference to what is drawn, as −ε is as likely as ε; but the formula has a plus.",
    lambda m, v, e: m - (v / 2).exp() * e,
    share=0.5,
)
key.wrong(
    "one_for_all",
    "All pictures get the same spread or noise, or all numbers of a code.",
    "Each number of each code has a σ and an ε of its own.",
    lambda m, v, e: m + (v.mean() / 2).exp() * e,
    lambda m, v, e: m + (v / 2).exp() * e[:1],
    lambda m, v, e: m + (v / 2).exp() * e[:, :1],
    lambda m, v, e: m + (v / 2).exp().mean(1, keepdim=True) * e,
)
key.wrong(
    "not_from_the_noise",
    "Your codes are not those that μ, σ and the given ε make.",
    "ε is an argument: a function that draws its own noise cannot be checked, and its draws hide where the slope goes.",
)
key.also(
    DETACHED,
    lambda m, v, e: m.detach() + (v / 2).exp() * e,
    lambda m, v, e: m + (v / 2).exp().detach() * e,
    lambda m, v, e: right(m, v, e).detach(),
)
