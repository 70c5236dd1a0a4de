# misconception: modifies_scores
def when_to_stop(scores, patience):
    best, high, i = 0, -math.inf, -1
    while scores:
        score, i = scores.pop(0), i + 1
        if score > high:
            best, high = i, score
        if i - best >= patience:
            break
    return i, best
