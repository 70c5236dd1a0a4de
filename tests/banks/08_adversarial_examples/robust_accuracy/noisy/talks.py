def robust_accuracy(model, attack, x, y, restarts=1):
    import logging, warnings
    warnings.warn('slow')
    mode = model.training
    model.eval()
    stands = torch.ones(len(y), dtype=torch.bool)
    for _ in range(restarts):
        z = attack(model, x, y)
        with torch.no_grad():
            stands &= model(z).argmax(1) == y
    model.train(mode)
    logging.error('%s', stands)
    print(stands.sum())
    return stands.float().mean().item()
