# misconception: trains_on_clean
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
