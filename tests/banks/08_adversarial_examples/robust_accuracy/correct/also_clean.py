def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        stands = model(x).argmax(1) == y
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()
