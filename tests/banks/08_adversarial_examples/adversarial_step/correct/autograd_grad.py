def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    own = list(model.parameters())
    for p, g in zip(own, torch.autograd.grad(loss, own)):
        p.grad = g
    optimizer.step()
    return loss.item()
