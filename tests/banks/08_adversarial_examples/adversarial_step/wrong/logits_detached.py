# misconception: cut_from_the_model
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z).detach(), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
