# misconception: some_weights_only
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            if a.dim() > 1:
                a.mul_(keep).add_(b, alpha=1 - keep)
