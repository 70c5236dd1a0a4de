def mend(settings):
    return {**settings, "r1": 0.1, "decay": 0.05, "average": 0.995}
