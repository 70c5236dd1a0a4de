# misconception: no_step
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    optimizer.step()
    loss.backward()
    return loss.item()
