# misconception: keeps_the_last
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, i
    return len(scores) - 1, len(scores) - 1
