def when_to_stop(scores, patience):
    for i in range(patience, len(scores)):
        if max(scores[i - patience + 1 : i + 1]) < scores[i - patience]:
            return i, i - patience
    return len(scores) - 1, scores.index(max(scores))
