# misconception: end_missing
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores), best
