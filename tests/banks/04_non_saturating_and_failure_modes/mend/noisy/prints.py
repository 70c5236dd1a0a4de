def mend(settings):
    neu = {**settings, "d_lr": 20 * settings["d_lr"], "r1": 0.1, "decay": 0.05, "average": 0.995}
    print("vorher:", settings, "→ nachher:", neu)
    return neu
