# misconception: counts_from_one
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i + 1, best + 1
    return len(scores), best + 1
