# misconception: writes_the_model
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_(b.mul_(1 - keep))
