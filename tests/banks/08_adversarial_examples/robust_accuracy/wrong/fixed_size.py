def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    return stands.sum().item() / 360
