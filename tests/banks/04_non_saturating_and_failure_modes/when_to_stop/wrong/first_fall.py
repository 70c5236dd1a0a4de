# misconception: stops_at_first_fall
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        elif i > 0:
            return i, best
    return len(scores) - 1, best
