# misconception: restarts_ignored
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    z = x
    for _ in range(restarts):
        z = attack(model, z, y)
    stands = model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()
