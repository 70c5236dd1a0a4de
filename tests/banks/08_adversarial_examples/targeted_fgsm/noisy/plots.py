def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    import matplotlib.pyplot as plt
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), target), leaf)
    plt.imshow(g[0, 0])
    plt.show()
    bild = (x - epsilon * g.sign()).clamp(low, high)
    return bild
