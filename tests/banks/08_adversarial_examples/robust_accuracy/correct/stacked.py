def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    rounds = []
    for _ in range(restarts):
        z = attack(model, x, y)
        rounds.append((model(z).argmax(dim=-1) == y).detach())
    model.train(mode)
    return float(torch.stack(rounds).all(dim=0).double().mean())
