def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    def loss(pictures):
        return F.cross_entropy(model(pictures), target)
    g = torch.func.grad(loss)(x)
    return (x - epsilon * g.sign()).clamp(low, high).detach()
