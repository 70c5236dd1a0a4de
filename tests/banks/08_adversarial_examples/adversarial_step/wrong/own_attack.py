# misconception: attack_not_used
def adversarial_step(model, optimizer, x, y, attack):
    leaf = x.clone().requires_grad_()
    (g,) = torch.autograd.grad(F.cross_entropy(model(leaf), y), leaf)
    z = (x + 0.15 * g.sign()).clamp(0, 1)
    loss = F.cross_entropy(model(z), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
