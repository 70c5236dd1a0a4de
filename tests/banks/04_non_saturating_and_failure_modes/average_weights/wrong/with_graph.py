# misconception: raises
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_(b, alpha=1 - keep)
