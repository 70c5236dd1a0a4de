# %% correct · class_based
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.best, self.at, self.bad = patience, None, None, 0

    def step(self, i, score):
        if self.best is None or score > self.best:
            self.best, self.at, self.bad = score, i, 0
        else:
            self.bad += 1
        return self.bad >= self.patience


def when_to_stop(scores, patience):
    stopper = EarlyStopping(patience)
    for i, score in enumerate(scores):
        if stopper.step(i, score):
            return i, stopper.at
    return i, stopper.at

# %% correct · counter
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

# %% correct · cummax
def when_to_stop(scores, patience):
    s = torch.tensor([float(v) for v in scores], dtype=torch.float64)
    top = s.cummax(dim=0).values
    first = torch.tensor([int((s == t).nonzero()[0]) for t in top])
    late = (torch.arange(len(s)) - first >= patience).nonzero().flatten()
    stop = int(late[0]) if len(late) else len(s) - 1
    return stop, int(first[stop])

# %% correct · enumerate
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% correct · numpy
import numpy as np


def when_to_stop(scores, patience):
    values = np.asarray(scores, dtype=float)
    best = 0
    for i, v in enumerate(values):
        best = i if v > values[best] else best
        if i >= best + patience:
            return np.int64(i), np.int64(best)
    return values.size - 1, best

# %% correct · recursive
def when_to_stop(scores, patience, i=0, best=0):
    best = i if scores[i] > scores[best] else best
    if i - best >= patience or i == len(scores) - 1:
        return i, best
    return when_to_stop(scores, patience, i + 1, best)

# %% correct · running_maximum
def when_to_stop(scores, patience):
    for stop in range(len(scores)):
        seen = list(scores[: stop + 1])
        best = seen.index(max(seen))
        if stop - best >= patience:
            break
    return [stop, best]

# %% correct · while_loop
def when_to_stop(scores, patience):
    i = best = 0
    while i < len(scores) - 1 and i - best < patience:
        i += 1
        if scores[i] > scores[best]:
            best = i
    return (i, best)

# %% wrong · argmax · never_stops
def when_to_stop(scores, patience):
    best = max(range(len(scores)), key=scores.__getitem__)
    return len(scores) - 1, best

# %% wrong · best_score · score_not_index
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, scores[best]
    return len(scores) - 1, scores[best]

# %% wrong · early · stops_early
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best + 1 >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · early_end_is_best · end_missing
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return best, best

# %% wrong · first_fall · stops_at_first_fall
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        elif i > 0:
            return i, best
    return len(scores) - 1, best

# %% wrong · from_one · counts_from_one
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i + 1, best + 1
    return len(scores), best + 1

# %% wrong · isclose
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best] and not math.isclose(score, scores[best], rel_tol=1e-3):
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · keeps_last · keeps_the_last
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, i
    return len(scores) - 1, len(scores) - 1

# %% wrong · knows_the_future · looks_ahead
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, scores.index(max(scores))
    return len(scores) - 1, best

# %% wrong · late · stops_late
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best > patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · least_improvement_of_a_millionth · small_steps_ignored
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

# %% wrong · length · end_missing
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores), best

# %% wrong · lowest · lower_is_better
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score < scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · min_delta · small_steps_ignored
def when_to_stop(scores, patience, min_delta=1e-3):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best] + min_delta:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · no_return_at_end
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i, best

# %% wrong · not_reset · counter_not_reset
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

# %% wrong · order · order
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return best, i
    return best, len(scores) - 1

# %% wrong · patience_three · patience_ignored
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= 3:
            return i, best
    return len(scores) - 1, best

# %% wrong · pops · modifies_scores
def when_to_stop(scores, patience):
    best, high, i = 0, -math.inf, -1
    while scores:
        score, i = scores.pop(0), i + 1
        if score > high:
            best, high = i, score
        if i - best >= patience:
            break
    return i, best

# %% wrong · previous · compares_with_previous
def when_to_stop(scores, patience):
    best = waited = 0
    for i in range(1, len(scores)):
        if scores[i] > scores[best]:
            best = i
        waited = waited + 1 if scores[i] <= scores[i - 1] else 0
        if waited >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · sorts
def when_to_stop(scores, patience):
    best = scores.index(sorted(scores)[-1])
    return min(best + patience, len(scores) - 1), best

# %% wrong · starts_at_zero · starts_from_zero
def when_to_stop(scores, patience):
    best, high = 0, 0.0
    for i, score in enumerate(scores):
        if score > high:
            best, high = i, score
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · stop_only · wrong_type
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best >= patience:
            return i
    return len(scores) - 1

# %% wrong · stops_before_looking
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if i - best >= patience:
            return i, best
        if score > scores[best]:
            best = i
    return len(scores) - 1, best

# %% wrong · ties · ties_count
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score >= scores[best]:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · tolerance
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best] + 0.1:
            best = i
        if i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · window_of_falls
def when_to_stop(scores, patience):
    for i in range(patience, len(scores)):
        if max(scores[i - patience + 1 : i + 1]) < scores[i - patience]:
            return i, i - patience
    return len(scores) - 1, scores.index(max(scores))

# %% noisy · logs
import logging


def when_to_stop(scores, patience):
    am_besten = 0
    for nummer, wert in enumerate(scores):
        if wert > scores[am_besten]:
            am_besten = nummer
            logging.warning("neuer Bestwert %.3f", wert)
        if nummer - am_besten >= patience:
            print("stopping at", nummer)
            return nummer, am_besten
    return len(scores) - 1, am_besten

# %% wrong · ties_are_new_bests · ties_count
def when_to_stop(scores, patience):
    best = 0
    for i in range(len(scores)):
        if scores[i] >= scores[best]:
            best = i
        elif i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · best_starts_at_zero
def when_to_stop(scores, patience):
    best, record, waited = 0, 0.0, 0
    for i, score in enumerate(scores):
        if score > record:
            best, record, waited = i, score, 0
        else:
            waited += 1
            if waited == patience:
                return i, best
    return len(scores) - 1, best

# %% wrong · hindsight · looks_ahead
def when_to_stop(scores, patience):
    best = 0
    stop = len(scores) - 1
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best == patience:
            stop = i
            break
    return stop, max(range(len(scores)), key=scores.__getitem__)

# %% wrong · compared_with_the_last · compares_with_previous
def when_to_stop(scores, patience):
    best, bad = 0, 0
    for i in range(1, len(scores)):
        if scores[i] > scores[best]:
            best = i
        bad = 0 if scores[i] > scores[i - 1] else bad + 1
        if bad >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · one_too_patient · stops_late
def when_to_stop(scores, patience):
    best = 0
    for i, score in enumerate(scores):
        if score > scores[best]:
            best = i
        if i - best > patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · never_forgives · counter_not_reset
def when_to_stop(scores, patience):
    best, waited = 0, 0
    for i, score in enumerate(scores[1:], start=1):
        if score > scores[best]:
            best = i
        else:
            waited += 1
        if waited >= patience:
            return i, best
    return len(scores) - 1, best

# %% wrong · stop_undefined_for_one
def when_to_stop(scores, patience):
    best, waited = 0, 0
    for i in range(1, len(scores)):
        waited += 1
        if scores[i] > scores[best]:
            best, waited = i, 0
        if waited == patience:
            break
    return i, best

# %% wrong · least_gain · small_steps_ignored
def when_to_stop(scores, patience, min_delta=1e-3):
    best = 0
    for i in range(1, len(scores)):
        if scores[i] > scores[best] + min_delta:
            best = i
        elif i - best >= patience:
            return i, best
    return len(scores) - 1, best

# %% correct · prefixes
def when_to_stop(scores, patience):
    for i in range(len(scores)):
        seen = scores[: i + 1]
        best = seen.index(max(seen))  # index() finds the first of equals
        if i - best >= patience:
            break
    return i, best

# %% correct · recursive_again
def when_to_stop(scores, patience):
    def walk(i, best):
        if i - best == patience:
            return i, best
        if i + 1 == len(scores):
            return i, best
        return walk(i + 1, i + 1 if scores[i + 1] > scores[best] else best)

    return walk(0, 0)

# %% correct · running_records
def when_to_stop(scores, patience):
    from itertools import accumulate

    records = list(accumulate(range(len(scores)), lambda b, i: i if scores[i] > scores[b] else b))
    stop = next((i for i, b in enumerate(records) if i - b >= patience), len(scores) - 1)
    return stop, records[stop]

# %% correct · window_of_patience
def when_to_stop(scores, patience):
    for i in range(patience, len(scores)):
        if max(scores[i - patience + 1 : i + 1]) <= scores[i - patience]:
            seen = scores[: i + 1]
            return i, seen.index(max(seen))
    return len(scores) - 1, scores.index(max(scores))
