def when_to_stop(scores, patience):
    best_score, best, waited = -float("inf"), 0, 0
    for i in range(len(scores)):
        if scores[i] > best_score:
            best_score, best, waited = scores[i], i, 0
        else:
            waited += 1
            if waited == patience:
                break
    return i, best
