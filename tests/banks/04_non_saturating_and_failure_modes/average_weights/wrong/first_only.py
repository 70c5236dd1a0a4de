# misconception: some_weights_only
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_(b, alpha=1 - keep)
            break
