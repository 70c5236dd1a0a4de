def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    broken = set()
    for _ in range(restarts):
        wrong = model(attack(model, x, y)).argmax(1) != y
        broken |= set(torch.nonzero(wrong).flatten().tolist())
    model.train(mode)
    return 1 - len(broken) / len(y)
