# misconception: wrong_type
def mend(settings):
    return (2e-3, 2e-3, 0.1, 0.05, 0.995)
