# misconception: dropout_left_on
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        model.eval()
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
        model.train(mode)
    return stands.float().mean().item()
