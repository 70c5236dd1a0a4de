def r1_penalty(discriminator, real, gamma):
    real = real.clone().requires_grad_()
    logits = discriminator(real)
    grads = torch.autograd.grad(
        outputs=logits, inputs=real, grad_outputs=torch.ones_like(logits), create_graph=True, retain_graph=True
    )[0]
    return 0.5 * gamma * grads.pow(2).reshape(len(real), -1).sum(1).mean()
