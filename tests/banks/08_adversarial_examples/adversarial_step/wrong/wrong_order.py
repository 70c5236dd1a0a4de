# misconception: raises
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(x, y, model)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
