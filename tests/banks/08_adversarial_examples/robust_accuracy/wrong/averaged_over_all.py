def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    s = 0
    for _ in range(restarts):
        s += int((model(attack(model, x, y)).argmax(1) == y).sum())
    model.train(mode)
    return s / len(y)
