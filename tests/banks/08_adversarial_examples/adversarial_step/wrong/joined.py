# misconception: trains_on_both
def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    loss = F.cross_entropy(model(torch.cat([x, z])), torch.cat([y, y]))
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
