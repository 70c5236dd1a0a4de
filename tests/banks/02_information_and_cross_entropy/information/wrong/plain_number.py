# misconception: wrong_type
import math


def information(p, base=2.0):
    return -math.log(float(p.reshape(-1)[0]), base)
