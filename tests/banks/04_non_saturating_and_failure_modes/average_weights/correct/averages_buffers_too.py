def average_weights(averaged, model, keep):
    theirs = dict(model.named_buffers())
    with torch.no_grad():
        for a, b in zip(averaged.parameters(), model.parameters()):
            torch.lerp(b, a, keep, out=a)
        for name, buffer in averaged.named_buffers():
            buffer.copy_(theirs[name])
