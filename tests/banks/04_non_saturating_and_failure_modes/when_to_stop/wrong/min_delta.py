# misconception: small_steps_ignored
def when_to_stop(scores, patience, min_delta=1e-3):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best] + min_delta:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best
