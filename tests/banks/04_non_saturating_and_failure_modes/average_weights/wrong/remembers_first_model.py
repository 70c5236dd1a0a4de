first = {}


def average_weights(averaged, model, keep):
    with torch.no_grad():
        for i, (a, b) in enumerate(zip(averaged.parameters(), model.parameters())):
            a.mul_(keep).add_(first.setdefault(i, b.clone()), alpha=1 - keep)
