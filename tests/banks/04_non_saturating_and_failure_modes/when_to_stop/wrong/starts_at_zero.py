# misconception: starts_from_zero
def when_to_stop(scores, patience):
    best, high = 0, 0.0
    for i, score in enumerate(scores):
        if score > high:
            best, high = i, score
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best
