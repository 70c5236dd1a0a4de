def mend(settings):
    new = settings.copy()
    new["d_lr"] = 2e-3
    new["decay"] = 0.05
    new["average"] = 0.995
    new["r1"] = 0.1
    return new
