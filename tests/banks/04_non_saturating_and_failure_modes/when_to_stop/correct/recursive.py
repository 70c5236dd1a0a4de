def when_to_stop(scores, patience, i=0, best=0):
    best = i if scores[i] > scores[best] else best
    if i - best >= patience or i == len(scores) - 1:
        return i, best
    return when_to_stop(scores, patience, i + 1, best)
