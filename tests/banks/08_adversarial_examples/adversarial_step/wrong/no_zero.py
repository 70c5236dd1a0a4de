# misconception: gradients_of_the_attack
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    loss.backward()
    optimizer.step()
    return loss.item()
