def adversarial_step(model, optimizer, x, y, attack):
    z = attack(model, x, y)
    def closure():
        optimizer.zero_grad()
        loss = F.cross_entropy(model(z), y)
        loss.backward()
        return loss
    return optimizer.step(closure).item()
