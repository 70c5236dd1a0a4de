# %% correct · all_three
def mend(settings):
    return {**settings, "d_lr": settings["g_lr"], "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% correct · copy_and_set
def mend(settings):
    new = settings.copy()
    new["d_lr"] = 2e-3
    new["decay"] = 0.05
    new["average"] = 0.995
    new["r1"] = 0.1
    return new

# %% correct · decay_to_zero
def mend(settings):
    better = {"d_lr": 2e-3, "r1": 0.1, "decay": 0, "average": 0.99}
    return {name: better.get(name, value) for name, value in settings.items()}

# %% correct · no_average
def mend(settings):
    return dict(g_lr=0.002, d_lr=0.002, r1=0.1, decay=0.05, average=0.0)

# %% correct · no_decay
def mend(settings):
    return dict(settings, g_lr=2e-3, d_lr=2e-3, r1=0.1, average=0.995)

# %% correct · numpy_and_tensors
import numpy as np


def mend(settings):
    return {
        "g_lr": np.float64(0.002),
        "d_lr": torch.tensor(0.002, dtype=torch.float64),
        "r1": 0.1,
        "decay": np.float64(0.05),
        "average": 0.995,
    }

# %% correct · ordered_dict
from collections import OrderedDict


def mend(settings):
    return OrderedDict(average=0.995, decay=0.05, r1=0.1, d_lr=0.002, g_lr=0.002)

# %% correct · weaker_penalty
def mend(settings):
    import copy

    new = copy.deepcopy(settings)
    new.update({"d_lr": 0.002, "r1": 0.05, "decay": 0.1, "average": 0.995})
    return new

# %% wrong · average_of_one · out_of_range
def mend(settings):
    return {**settings, "d_lr": 2e-3, "r1": 0.1, "decay": 0.05, "average": 1.0}

# %% wrong · average_too_long
def mend(settings):
    return {**settings, "d_lr": 2e-3, "r1": 0.1, "average": 0.99999}

# %% wrong · decay_in_percent · out_of_range
def mend(settings):
    return {**settings, "d_lr": 2e-3, "r1": 0.1, "decay": 5, "average": 0.995}

# %% wrong · huge_rates
def mend(settings):
    return {**settings, "g_lr": 0.5, "d_lr": 0.5}

# %% wrong · in_place · modifies_settings
def mend(settings):
    settings.update(d_lr=2e-3, r1=0.1, decay=0.05, average=0.995)
    return settings

# %% wrong · none · wrong_type
def mend(settings):
    new = {**settings, "d_lr": 2e-3, "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% wrong · only_equal_rates_and_r1 · not_mended
def mend(settings):
    return {**settings, "d_lr": settings["g_lr"], "r1": 0.1}

# %% wrong · only_the_changes · wrong_keys
def mend(settings):
    return {"d_lr": 2e-3, "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% wrong · other_names · wrong_keys
def mend(settings):
    return {**settings, "lr_d": 2e-3, "gamma": 0.1}

# %% wrong · rate_still_slow
def mend(settings):
    return {**settings, "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% wrong · slow_generator
def mend(settings):
    return {**settings, "g_lr": 1e-4, "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% wrong · strong_penalty
def mend(settings):
    return {**settings, "d_lr": 2e-3, "r1": 100.0, "decay": 0.05, "average": 0.995}

# %% wrong · swapped_rates
def mend(settings):
    return {**settings, "g_lr": 2e-3, "d_lr": 5e-5, "r1": 0.1, "average": 0.995}

# %% wrong · text · out_of_range
def mend(settings):
    return {**settings, "d_lr": "2e-3", "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% wrong · tiny_rates
def mend(settings):
    return {**settings, "g_lr": 1e-5, "d_lr": 1e-5, "r1": 0.1, "decay": 0.05, "average": 0.995}

# %% wrong · tuple · wrong_type
def mend(settings):
    return (2e-3, 2e-3, 0.1, 0.05, 0.995)

# %% wrong · unchanged · unchanged
def mend(settings):
    return dict(settings)

# %% noisy · prints
def mend(settings):
    neu = {**settings, "d_lr": 20 * settings["d_lr"], "r1": 0.1, "decay": 0.05, "average": 0.995}
    print("vorher:", settings, "→ nachher:", neu)
    return neu
