# misconception: modifies_inputs
def posterior(scores):
    return scores.sub_(scores.logsumexp(1, keepdim=True)).exp()
