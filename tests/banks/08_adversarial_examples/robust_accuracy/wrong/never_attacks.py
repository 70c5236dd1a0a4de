# misconception: clean_accuracy
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    ok = model(x).argmax(1) == y
    model.train(mode)
    return ok.float().mean().item()
