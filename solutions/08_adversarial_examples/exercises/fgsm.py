"""Key of the fast gradient sign method (Goodfellow et al. 2014, https://arxiv.org/abs/1412.6572, section 4)."""

from gan_course.exercises.finding import Misconception

from ._shared import sign_step_key

key = sign_step_key(
    1.0,
    Misconception(
        "descends",
        "Your step goes down the loss: it makes the model surer of the right answer.",
        "An untargeted attack wants the loss of the true label to grow. Which sign goes uphill?",
    ),
)
