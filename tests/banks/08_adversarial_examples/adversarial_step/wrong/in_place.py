# misconception: modifies_inputs
def adversarial_step(model, optimizer, x, y, attack):
    x.copy_(attack(model, x, y))
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
