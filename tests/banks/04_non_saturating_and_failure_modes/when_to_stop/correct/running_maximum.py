def when_to_stop(scores, patience):
    for stop in range(len(scores)):
        seen = list(scores[: stop + 1])
        best = seen.index(max(seen))
        if stop - best >= patience:
            break
    return [stop, best]
