def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    good = 0
    for a in range(0, len(x), 5):
        xs, ys = x[a : a + 5], y[a : a + 5]
        ok = torch.ones(len(ys), dtype=torch.bool)
        for _ in range(restarts):
            z = attack(model, xs, ys)
            with torch.no_grad():
                ok = ok & (model(z).argmax(1) == ys)
        good += int(ok.sum())
    model.train(mode)
    return good / len(x)
