"""What can be seen of a wrong training step without knowing the right one."""

from __future__ import annotations

from gan_course.exercises.finding import Misconception
from gan_course.exercises.values import MODIFIES_INPUTS

OTHER_MOVED = Misconception(
    "other_player_moved",
    "The other network's weights changed too.",
    "While one player moves, the other is constant. Only one optimiser may step here.",
)
IGNORES_NOISE = Misconception(
    "ignores_noise",
    "G does not get noise from the source your step is given.",
    "Every step needs fresh fakes from fresh z: call noise(n) inside the step.",
)
IGNORES_LOSS = Misconception(
    "ignores_loss",
    "Your step does not use the loss it is given.",
    "The same step must work with any loss: call loss(...) on the logits.",
)
IGNORES_GENERATOR = Misconception(
    "ignores_generator",
    "Your step never calls the generator.",
    "Fakes are G(z). Without them the step sees only one kind of sample.",
)
WRONG_COUNT = Misconception(
    "wrong_count",
    "Your step draws another number of fakes than it should.",
    "The number of fakes follows the batch (or n): the step must work for any batch size.",
)
NOT_EVERY_LOGIT = Misconception(
    "not_every_logit",
    "The loss does not get one logit for every sample.",
    "Hand the loss what D returned, whole: it takes the mean by itself, and needs every number for its logarithms.",
)
STALE_NOISE = Misconception(
    "stale_noise",
    "A later step judged the same z as an earlier one.",
    "Draw z inside the step, so that every step sees new fakes.",
)
NO_STEP = Misconception(
    "no_step",
    "The player who was to move did not: none of its weights changed.",
    "Check that loss.backward() comes before optimizer.step(), and that nothing clears the gradients in between.",
)
CUT_FROM_D = Misconception(
    "cut_from_d",
    "No gradient can reach D from the loss.",
    "Only the fakes are held constant. D's own work on them, and on the real batch, must stay in the graph.",
)
CUT_FROM_G = Misconception(
    "cut_from_g",
    "G did not move: no gradient reached it.",
    "The signal for G comes back through D and through x = G(z). detach() or no_grad() on that way cuts it.",
)
LEFT_FROZEN = Misconception(
    "left_frozen",
    "After your step a network cannot learn any more: gradients were switched off and not on again.",
    "Freezing is fine while the step lasts. Switch on again what you switched off before you return.",
)
LEFT_IN_EVAL = Misconception(
    "left_in_eval",
    "After your step a network is no longer in training mode.",
    "eval() stays until train() is called: put the mode back before you return.",
)
RESEEDS = Misconception(
    "reseeds",
    "Random numbers repeat themselves: your step sets a seed, or sets a random stream back.",
    "A seed set inside the step makes every step draw the same numbers. Seed once, before training.",
)
KEEPS_GRAPH = Misconception(
    "keeps_graph",
    "Your step returns a tensor that still holds its graph, not a plain number.",
    "A history of such losses keeps every step's graph in memory. .item() makes a number of it.",
    share=0.5,
)
WRONG_RETURN = Misconception(
    "wrong_return",
    "The number your step returns is not the loss of this step.",
    "Return the value of the loss that was minimised, as a Python float.",
    share=0.5,
)
CUT = {"D": CUT_FROM_D.id, "G": CUT_FROM_G.id}
SHARED = (
    OTHER_MOVED,
    IGNORES_NOISE,
    IGNORES_LOSS,
    IGNORES_GENERATOR,
    WRONG_COUNT,
    NOT_EVERY_LOGIT,
    STALE_NOISE,
    NO_STEP,
    CUT_FROM_D,
    CUT_FROM_G,
    LEFT_FROZEN,
    LEFT_IN_EVAL,
    RESEEDS,
    KEEPS_GRAPH,
    WRONG_RETURN,
    MODIFIES_INPUTS,
)
