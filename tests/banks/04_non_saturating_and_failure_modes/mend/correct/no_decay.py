def mend(settings):
    return dict(settings, g_lr=2e-3, d_lr=2e-3, r1=0.1, average=0.995)
