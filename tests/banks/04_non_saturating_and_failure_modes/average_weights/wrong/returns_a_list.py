# misconception: no_effect
def average_weights(averaged, model, keep):
    return [keep * a + (1 - keep) * b for a, b in zip(averaged.parameters(), model.parameters())]
