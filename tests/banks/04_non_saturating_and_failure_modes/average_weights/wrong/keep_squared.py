def average_weights(averaged, model, keep):
    with torch.no_grad():
        for _ in range(2):
            for a, b in zip(averaged.parameters(), model.parameters()):
                a.mul_(keep).add_(b, alpha=1 - keep)
