# misconception: clears_gradients
@torch.no_grad()
def average_weights(averaged, model, keep):
    for a, b in zip(averaged.parameters(), model.parameters()):
        a.mul_(keep).add_(b, alpha=1 - keep)
        if b.grad is not None:
            b.grad.zero_()
