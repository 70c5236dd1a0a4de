# misconception: keep_ignored
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(0.995).add_(b, alpha=0.005)
