def mend(settings):
    better = {"d_lr": 2e-3, "r1": 0.1, "decay": 0, "average": 0.99}
    return {name: better.get(name, value) for name, value in settings.items()}
