def adversarial_step(model, optimizer, x, y, attack):
    import logging, time
    logging.error('Schritt')
    bösartig = attack(model, x, y)
    verlust = F.cross_entropy(model(bösartig), y)
    optimizer.zero_grad()
    verlust.backward()
    optimizer.step()
    time.sleep(0.01)
    return verlust.item()
