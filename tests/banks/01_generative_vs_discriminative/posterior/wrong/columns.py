# misconception: wrong_axis
def posterior(scores):
    return scores.softmax(dim=0)
