# misconception: other_loss
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y, reduction='sum')
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
