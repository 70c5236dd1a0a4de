"""Key of a closing question: a conditional run that is ill."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "G follows its orders to the letter: each row is one digit, always the same one, one class away "
    "from what was ordered. It has learned the labels it was given. They are shifted against the "
    "images.",
)
key.wrong(
    "d_blind",
    "If D did not see y, rows would not be of one digit each, all shifted by the same step: which "
    "label goes with which digit would be an accident.",
    "In how many of the ten rows is the digit one step away from the order?",
    "a",
)
key.wrong(
    "one_z",
    "With one z in a batch the pictures of a row could be alike. That says nothing of which digit they show.",
    "What do the rows and the table say about the digit?",
    "b",
)
key.wrong(
    "random_orders",
    "If G and D were told different labels, nothing would tie a digit to an order, and the table "
    "would be spread out.",
    "What would a row of the table look like then?",
    "d",
)
