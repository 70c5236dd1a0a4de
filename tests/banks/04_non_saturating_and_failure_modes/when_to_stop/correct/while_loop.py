def when_to_stop(scores, patience):
    i = best = 0
    while i < len(scores) - 1 and i - best < patience:
        i += 1
        if scores[i] > scores[best]:
            best = i
    return (i, best)
