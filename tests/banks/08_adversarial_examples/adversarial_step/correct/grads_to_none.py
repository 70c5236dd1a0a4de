def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    for p in model.parameters():
        p.grad = None
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()
