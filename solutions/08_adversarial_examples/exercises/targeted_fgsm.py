"""Key of a sign step towards a class, as in Kurakin et al. (2016, https://arxiv.org/abs/1611.01236) with a class of one's choice."""

from gan_course.exercises.finding import Misconception

from ._shared import sign_step_key

key = sign_step_key(
    -1.0,
    Misconception(
        "climbs",
        "Your step moves away from the target: the loss of the wished-for class grows.",
        "The model should come to say the target, so the loss of the target has to fall.",
    ),
)
