# misconception: compared_with_prediction
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    with torch.no_grad():
        before = model(x).argmax(1)
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        stands &= model(attack(model, x, y)).argmax(1) == before
    model.train(mode)
    return stands.float().mean().item()
