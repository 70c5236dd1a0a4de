def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if i - best >= patience:
            return i, best
        if score > scores[best]:
            best = i
    return len(scores) - 1, best
