# misconception: average_of_batches
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    parts = []
    for a in range(0, len(x), 8):
        xs, ys = x[a : a + 8], y[a : a + 8]
        ok = torch.ones(len(ys), dtype=torch.bool)
        for _ in range(restarts):
            ok &= model(attack(model, xs, ys)).argmax(1) == ys
        parts.append(ok.float().mean())
    model.train(mode)
    return float(torch.stack(parts).mean())
