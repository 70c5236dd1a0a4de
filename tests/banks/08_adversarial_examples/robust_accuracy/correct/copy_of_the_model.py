def robust_accuracy(model, attack, x, y, restarts=1):
    import copy
    twin = copy.deepcopy(model).eval()
    stands = torch.ones_like(y, dtype=torch.bool)
    for _ in range(restarts):
        z = attack(twin, x, y)
        with torch.no_grad():
            stands &= twin(z).argmax(1) == y
    return stands.float().mean().item()
