# misconception: modifies_inputs
def posterior(scores):
    scores -= scores.amax(1, keepdim=True)
    e = scores.exp()
    return e / e.sum(1, keepdim=True)
