def robust_accuracy(model, attack, x, y, restarts=1):
    was = model.training
    try:
        model.eval()
        broken = torch.zeros_like(y, dtype=torch.bool)
        for _ in range(restarts):
            with torch.no_grad():
                with torch.enable_grad():
                    z = attack(model, x, y)
                broken |= model(z).max(1).indices != y
        return 1 - broken.float().mean().item()
    finally:
        model.train(was)
