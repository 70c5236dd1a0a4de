def adversarial_step(model, optimizer, x, y, attack):
    with torch.no_grad():
        before = F.cross_entropy(model(x), y)
    z = attack(model, x, y)
    optimizer.zero_grad()
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.tolist()
