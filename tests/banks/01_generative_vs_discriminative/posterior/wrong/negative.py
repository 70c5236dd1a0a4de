# misconception: no_exponential
def posterior(scores):
    return (-scores).softmax(1)
