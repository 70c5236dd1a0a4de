def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    import matplotlib.pyplot as plt
    leaf = x.detach().clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    plt.imshow(g[0, 0])
    plt.show()
    bild = (x + epsilon * g.sign()).clamp(low, high)
    return bild
