import math


def umrechnungsfaktor(größe):
    # wie viele nats eine Einheit hat
    return math.log(größe)


def information(p, base=2.0):
    überraschung = -p.log()
    return überraschung / umrechnungsfaktor(base)
