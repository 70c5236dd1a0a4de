# misconception: counter_not_reset
def when_to_stop(scores, patience):
    best, bad = 0, 0
    for i in range(1, len(scores)):
        if scores[i] > scores[best]:
            best = i
        else:
            bad += 1
        if bad >= patience:
            return i, best
    return len(scores) - 1, best
