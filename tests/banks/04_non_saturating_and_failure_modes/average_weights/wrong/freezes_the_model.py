# misconception: left_frozen
def average_weights(averaged, model, keep):
    averaged.requires_grad_(False)
    model.requires_grad_(False)
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_(b, alpha=1 - keep)
