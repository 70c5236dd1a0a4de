# misconception: wrong_return
def adversarial_step(model, optimizer, x, y, attack):
    clean = F.cross_entropy(model(x), y).item()
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return clean
