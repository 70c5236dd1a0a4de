# misconception: not_mended
def mend(settings):
    return {**settings, "d_lr": settings["g_lr"], "r1": 0.1}
