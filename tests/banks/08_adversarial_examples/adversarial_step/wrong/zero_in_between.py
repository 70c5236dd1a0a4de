# misconception: no_step
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.zero_grad()
    optimizer.step()
    return loss.item()
