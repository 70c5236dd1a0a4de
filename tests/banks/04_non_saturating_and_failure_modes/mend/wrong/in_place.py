# misconception: modifies_settings
def mend(settings):
    settings.update(d_lr=2e-3, r1=0.1, decay=0.05, average=0.995)
    return settings
