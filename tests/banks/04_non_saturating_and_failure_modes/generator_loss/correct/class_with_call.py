class NonSaturating(nn.Module):
    def forward(self, fake_logits):
        return torch.einsum("i->", -F.logsigmoid(fake_logits.view(-1))) / fake_logits.numel()


generator_loss = NonSaturating()
