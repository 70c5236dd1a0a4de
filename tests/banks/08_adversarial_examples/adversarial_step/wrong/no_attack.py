# misconception: attack_not_used
def adversarial_step(model, optimizer, x, y, attack):
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
