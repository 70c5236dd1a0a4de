def when_to_stop(scores, patience):
    best = scores.index(sorted(scores)[-1])
    return min(best + patience, len(scores) - 1), best
