def posterior(scores):
    return scores.softmax(dim=1)
