# misconception: trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    for z in (x, attack(model, x, y)):
        loss = F.cross_entropy(model(z), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()
