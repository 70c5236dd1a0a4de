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
