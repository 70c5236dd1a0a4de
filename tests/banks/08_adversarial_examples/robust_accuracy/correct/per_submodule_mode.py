def robust_accuracy(model, attack, x, y, restarts=1):
    modes = {m: m.training for m in model.modules()}
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    for m, t in modes.items():
        m.training = t
    return stands.float().mean().item()
