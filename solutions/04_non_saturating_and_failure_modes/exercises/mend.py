"""Key of the mended run: a right answer; the experiment judges by what the settings do."""

from gan_grading.keys import Key

key = Key(
    "mended_run",
    right=lambda settings: {**settings, "d_lr": settings["g_lr"], "r1": 0.1, "decay": 0.05, "average": 0.995},
)
LONG = (
    "A run takes seconds: the visible check looks at the form of the settings, and the next cell plays them."
)
for outcome in ("still_collapsed", "not_mended", "diverged"):
    key.only_hidden(outcome, LONG)
