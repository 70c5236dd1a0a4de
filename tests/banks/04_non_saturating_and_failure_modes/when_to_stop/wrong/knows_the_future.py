# misconception: looks_ahead
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, scores.index(max(scores))
    return len(scores) - 1, best
