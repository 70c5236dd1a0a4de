# misconception: other_loss
def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    chosen = model(leaf).gather(1, y[:, None]).sum()
    (g,) = torch.autograd.grad(-chosen, leaf)
    return (x + epsilon * g.sign()).clamp(low, high)
