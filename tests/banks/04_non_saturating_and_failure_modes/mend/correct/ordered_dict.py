from collections import OrderedDict


def mend(settings):
    return OrderedDict(average=0.995, decay=0.05, r1=0.1, d_lr=0.002, g_lr=0.002)
