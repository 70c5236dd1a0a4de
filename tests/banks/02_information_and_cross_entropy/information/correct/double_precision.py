import math


def information(p, base=2.0):
    return (-(p.double().log()) / math.log(base)).float()
