class LogSig(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a):
        ctx.save_for_backward(a)
        return -torch.log1p(torch.exp(-a.abs())) + a.clamp_max(0)
    @staticmethod
    def backward(ctx, g):
        (a,) = ctx.saved_tensors
        return g * torch.sigmoid(-a)
def discriminator_loss(real_logits, fake_logits):
    return -LogSig.apply(real_logits).mean() - LogSig.apply(-fake_logits).mean()
