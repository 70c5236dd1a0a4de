def mend(settings):
    import copy

    new = copy.deepcopy(settings)
    new.update({"d_lr": 0.002, "r1": 0.05, "decay": 0.1, "average": 0.995})
    return new
