def adversarial_step(model, optimizer, x, y, attack):
    model.eval()
    z = attack(model, x, y)
    model.train()
    optimizer.zero_grad()
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()
