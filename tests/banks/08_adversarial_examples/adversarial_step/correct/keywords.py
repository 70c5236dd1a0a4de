def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model=model, x=x, y=y)
    optimizer.zero_grad()
    loss = F.cross_entropy(input=model(z), target=y)
    loss.backward()
    optimizer.step()
    return loss.item()
