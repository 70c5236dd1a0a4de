class Mom:
    def __init__(self, params, lr, mu):
        self.params, self.lr, self.mu = list(params), lr, mu
        self.v = [torch.zeros_like(p) for p in self.params]
    def zero_grad(self):
        for p in self.params:
            p.grad = None
    @torch.no_grad()
    def step(self):
        for p, v in zip(self.params, self.v):
            if p.grad is not None:
                v.mul_(self.mu).add_(p.grad)
                p.sub_(self.lr * v)
def make_optimizers(generator, discriminator, lr, momentum):
    return Mom(generator.parameters(), lr, momentum), Mom(discriminator.parameters(), lr, momentum)
