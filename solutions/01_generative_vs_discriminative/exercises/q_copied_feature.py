"""Key of the question about a feature that naive Bayes sees twice."""

from gan_grading.keys.questions import ChoiceKey

key = ChoiceKey(
    "c",
    "The log joint is a sum with one term for each feature, so the copied one counts twice, as if it had "
    "been seen twice independently. Posteriors move towards 0 and 1. Neighbouring pixels of a digit are "
    "nearly copies: that is why naive Bayes was so sure of its mistakes.",
)
key.wrong(
    "notices_copies",
    "Bayes' rule is exact, but the model it is applied to takes the copies for independent.",
    "Naive Bayes adds one term for each feature. The copy brings the same term again.",
    "a",
)
key.wrong(
    "averages",
    "Naive Bayes adds the features' terms; it does not average them.",
    "What happens to a sum when one of its terms is there twice?",
    "b",
)
key.wrong(
    "still_normalised",
    "The posterior is normalised in any case, whatever the joint is.",
    "The rows add up to 1. But is the share of the best class still justified?",
    "d",
)
