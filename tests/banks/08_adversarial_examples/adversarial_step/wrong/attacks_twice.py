def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, attack(model, x, y), y) * 0.5 + x * 0.5
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
