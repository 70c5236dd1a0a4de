# misconception: any_restart_survived
def robust_accuracy(model, attack, x, y, restarts=1):
    mode = model.training
    model.eval()
    stands = torch.zeros(len(y), dtype=torch.bool)
    for _ in range(restarts):
        stands |= model(attack(model, x, y)).argmax(1) == y
    model.train(mode)
    return stands.float().mean().item()
