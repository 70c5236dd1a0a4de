def mend(settings):
    return dict(g_lr=0.002, d_lr=0.002, r1=0.1, decay=0.05, average=0.0)
