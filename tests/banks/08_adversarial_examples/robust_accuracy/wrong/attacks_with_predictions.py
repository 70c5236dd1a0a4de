def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    guess = model(x).argmax(1)
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        stands &= model(attack(model, x, guess)).argmax(1) == guess
    model.train(mode)
    return stands.float().mean().item()
