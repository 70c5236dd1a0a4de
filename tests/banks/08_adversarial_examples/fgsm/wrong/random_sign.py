def fgsm(model, x, y, epsilon, low=0.0, high=1.0):
    return (x + epsilon * torch.randn_like(x).sign()).clamp(low, high)
