# misconception: gradients_of_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    optimizer.zero_grad()
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()
