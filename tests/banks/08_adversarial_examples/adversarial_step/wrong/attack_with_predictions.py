# misconception: attack_not_used
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, model(x).argmax(1))
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
