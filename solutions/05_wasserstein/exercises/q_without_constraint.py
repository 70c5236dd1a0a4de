"""Key of a closing question: what a critic without a constraint does."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "Double all the critic's values and you double E[f(x)] − E[f(G(z))]. So as soon as a critic tells the two "
    "apart at all, steeper is always better, and the loss falls without end. Under the Lipschitz constraint "
    "the best value is the distance itself.",
)
key.wrong(
    "converges_anyway",
    "Nothing stops the loss at that value.",
    "Take a critic that reaches it and double its values.",
    "a",
)
key.wrong(
    "goes_to_zero",
    "The loss is 0 for a critic that tells nothing apart; a trained one does better.",
    "Which sign has E[f(G(z))] − E[f(x)] for a critic that has learned something?",
    "b",
)
key.wrong(
    "bounded_like_probability",
    "That bound belongs to the old game, where D's answers are probabilities.",
    "A critic has no sigmoid: how large may its values be?",
    "d",
)
