# misconception: attack_without_gradients
def adversarial_step(model, optimizer, x, y, attack):
    with torch.no_grad():
        z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
