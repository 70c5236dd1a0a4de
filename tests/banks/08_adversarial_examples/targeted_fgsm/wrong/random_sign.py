def targeted_fgsm(model, x, target, epsilon, low=0.0, high=1.0):
    return (x + epsilon * torch.randn_like(x).sign()).clamp(low, high)
