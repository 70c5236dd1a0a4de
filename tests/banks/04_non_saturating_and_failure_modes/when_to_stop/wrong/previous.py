# misconception: compares_with_previous
def when_to_stop(scores, patience):
    best = waited = 0
    for i in range(1, len(scores)):
        if scores[i] > scores[best]:
            best = i
        waited = waited + 1 if scores[i] <= scores[i - 1] else 0
        if waited >= patience:
            return i, best
    return len(scores) - 1, best
