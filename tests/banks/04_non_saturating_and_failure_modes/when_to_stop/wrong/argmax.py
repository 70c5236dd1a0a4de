# misconception: never_stops
def when_to_stop(scores, patience):
    best = max(range(len(scores)), key=scores.__getitem__)
    return len(scores) - 1, best
