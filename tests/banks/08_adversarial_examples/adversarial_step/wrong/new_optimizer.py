# misconception: new_optimizer
def adversarial_step(model, optimizer, x, y, attack):
    opt = torch.optim.SGD(model.parameters(), lr=optimizer.param_groups[0]['lr'])
    z = attack(model, x, y)
    loss = F.cross_entropy(model(z), y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    return loss.item()
