import logging


def when_to_stop(scores, patience):
    am_besten = 0
    for nummer, wert in enumerate(scores):
        if wert > scores[am_besten]:
            am_besten = nummer
            logging.warning("neuer Bestwert %.3f", wert)
        if nummer - am_besten >= patience:
            print("stopping at", nummer)
            return nummer, am_besten
    return len(scores) - 1, am_besten
