def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    model.requires_grad_(True)
    model.zero_grad()
    loss = F.nll_loss(F.log_softmax(model(z), dim=1), y)
    loss.backward()
    optimizer.step()
    return loss.detach().item()
