def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    alive = torch.arange(len(y))
    for _ in range(restarts):
        if len(alive) == 0:
            break
        z = attack(model, x[alive], y[alive])
        with torch.no_grad():
            alive = alive[model(z).argmax(1) == y[alive]]
    model.train(mode)
    return len(alive) / len(y)
