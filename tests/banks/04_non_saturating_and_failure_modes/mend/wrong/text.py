# misconception: out_of_range
def mend(settings):
    return {**settings, "d_lr": "2e-3", "r1": 0.1, "decay": 0.05, "average": 0.995}
