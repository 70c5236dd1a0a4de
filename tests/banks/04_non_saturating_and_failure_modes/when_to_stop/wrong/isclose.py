def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best] and not math.isclose(score, scores[best], rel_tol=1e-3):
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best
