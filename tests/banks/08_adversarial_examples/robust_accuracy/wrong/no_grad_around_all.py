# misconception: attack_without_gradients
def robust_accuracy(model, attack, x, y, restarts=1):
    with torch.no_grad():
        mode = model.training
        model.eval()
        stands = torch.ones(len(y), dtype=torch.bool)
        for _ in range(restarts):
            stands &= model(attack(model, x, y)).argmax(1) == y
        model.train(mode)
    return stands.float().mean().item()
