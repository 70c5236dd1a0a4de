def information(p, base=2.0):
    if base == 2:
        return -p.log2()
    if base == 10:
        return -p.log10()
    return -p.log() / math.log(base)
