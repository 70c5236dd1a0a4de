"""Key of a closing question: why one step of a flow lands in the middle."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "b",
    "The noise at t = 0 is independent of x, so the best velocity there is E[x] − z: one step leads from every z to "
    "the average of the data, the empty centre of the ring. Later the point itself tells where it is going.",
)
key.wrong(
    "small_network",
    "A perfect network would land there, too.",
    "Which function is the best answer by least squares at t = 0, whatever the network?",
    "a",
)
key.wrong(
    "collapsed",
    "There is no game that could collapse, and with 16 steps the same network reaches all islands.",
    "What does the picture for more steps show?",
    "c",
)
key.wrong(
    "first_step_zero",
    "The first step goes on with the velocity at t = 0, for the whole time of the step.",
    "Look at exercise 5: what is multiplied by what?",
    "d",
)
