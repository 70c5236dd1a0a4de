def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    p = torch.ones(len(y))
    for _ in range(restarts):
        p = p * (model(attack(model, x, y)).argmax(1) == y).float()
    model.train(mode)
    return p.mean()
