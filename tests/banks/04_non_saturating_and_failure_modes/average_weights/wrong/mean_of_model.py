def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_((1 - keep) * b.mean())
