# misconception: other_loss
def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    leaf = x.clone().requires_grad_()
    chosen = model(leaf).gather(1, target[:, None]).sum()
    (g,) = torch.autograd.grad(-chosen, leaf)
    return (x - epsilon * g.sign()).clamp(low, high)
