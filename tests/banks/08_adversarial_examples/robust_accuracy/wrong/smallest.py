# misconception: smallest_of_restarts
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    best = 1.0
    for _ in range(restarts):
        best = min(best, (model(attack(model, x, y)).argmax(1) == y).float().mean().item())
    model.train(mode)
    return best
