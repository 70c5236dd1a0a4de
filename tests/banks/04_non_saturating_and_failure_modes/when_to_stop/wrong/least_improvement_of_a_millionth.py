# misconception: small_steps_ignored
def when_to_stop(scores, patience):
    best, waited = 0, 0
    for i in range(1, len(scores)):
        if scores[i] - scores[best] > 1e-6:
            best, waited = i, 0
        else:
            waited += 1
        if waited >= patience:
            return i, best
    return len(scores) - 1, best
