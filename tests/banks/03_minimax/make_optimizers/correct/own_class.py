class HeavyBall(torch.optim.Optimizer):
    def __init__(self, params, lr, momentum):
        super().__init__(params, {"lr": lr, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                speed = self.state[p].setdefault("speed", torch.zeros_like(p))
                speed.mul_(group["momentum"]).add_(p.grad)
                p.sub_(group["lr"] * speed)


def make_optimizers(generator, discriminator, lr, momentum):
    return HeavyBall(generator.parameters(), lr, momentum), HeavyBall(discriminator.parameters(), lr, momentum)
