def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    def loss(pictures):
        return F.cross_entropy(model(pictures), y)
    g = torch.func.grad(loss)(x)
    return (x + epsilon * g.sign()).clamp(low, high).detach()
