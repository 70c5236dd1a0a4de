# misconception: wrong_keys
def mend(settings):
    return {**settings, "lr_d": 2e-3, "gamma": 0.1}
