# misconception: averaged_over_restarts
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    total = 0.0
    for _ in range(restarts):
        total += (model(attack(model, x, y)).argmax(1) == y).float().mean().item()
    model.train(mode)
    return total / restarts
