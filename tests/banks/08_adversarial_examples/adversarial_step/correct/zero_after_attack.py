def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y).detach()
    optimizer.zero_grad(set_to_none=False)
    loss = nn.CrossEntropyLoss()(model(z), y)
    loss.backward()
    optimizer.step()
    return float(loss)
