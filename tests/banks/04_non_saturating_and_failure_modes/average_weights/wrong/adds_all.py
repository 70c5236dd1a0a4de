# misconception: shares_do_not_sum
def average_weights(averaged, model, keep):
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            a.mul_(keep).add_(b)
