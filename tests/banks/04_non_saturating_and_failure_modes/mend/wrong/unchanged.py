# misconception: unchanged
def mend(settings):
    return dict(settings)
