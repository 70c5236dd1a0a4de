"""Gaming the metric: numbers that look right from one side."""

from __future__ import annotations

from tests.banks.hostile.entry import FIRST_LOST, FULL, RIGHT_D, Entry, answering, d_loss

NO_NETWORK = {**FULL, "make_generator": 0.0}


def _generator(body: str) -> str:
    return f"class G(torch.nn.Module):\n{body}\ndef make_generator(latent_dim, data_dim, hidden=64):\n    return G(latent_dim, data_dim)"


IGNORES_Z = _generator(
    "    def __init__(self, l, d):\n        super().__init__()\n        self.b = torch.nn.Parameter(torch.randn(d))\n"
    "    def forward(self, z):\n        return self.b.expand(len(z), -1)"
)
RETURNS_DATA = _generator(
    "    def __init__(self, l, d):\n        super().__init__()\n        self.rows = torch.randn(100, d)\n"
    "        self.w = torch.nn.Parameter(torch.ones(1))\n"
    "    def forward(self, z):\n        return self.rows[torch.arange(len(z)) % 100] * self.w"
)
NAN_NETWORK = _generator(
    "    def __init__(self, l, d):\n        super().__init__()\n        self.f = torch.nn.Linear(l, d)\n"
    "    def forward(self, z):\n        return self.f(z) * float('nan')"
)

ENTRIES = (
    Entry("generator_ignores_z", answering(make_generator=IGNORES_Z), NO_NETWORK, "its samples do not depend on z"),
    Entry("generator_returns_stored_rows", answering(make_generator=RETURNS_DATA), NO_NETWORK, "its samples do not depend on z"),
    Entry("generator_of_nan", answering(make_generator=NAN_NETWORK), NO_NETWORK, "NaN is no sample"),
    Entry(
        "hard_coded_for_the_check",
        d_loss("return torch.tensor(1.3862943611) + 0 * (real_logits.sum() + fake_logits.sum())"),
        FIRST_LOST,
        "right at the visible check's input only",
    ),
    Entry("returns_nan", d_loss("return (real_logits.sum() + fake_logits.sum()) * float('nan')"), FIRST_LOST, "NaN is no evidence", "NaN"),
    Entry("returns_infinity", d_loss("return (real_logits.sum() + fake_logits.sum()) * 0 + float('inf')"), FIRST_LOST, "infinity is no evidence", "infinite"),
    Entry("right_value_without_gradient", d_loss(f"return ({RIGHT_D}).detach()"), FIRST_LOST, "nothing can learn from it"),
    Entry("returns_a_float", d_loss(f"return float({RIGHT_D})"), FIRST_LOST, "nothing can learn from it"),
    Entry("returns_none", d_loss("return None"), FIRST_LOST, "there is no loss"),
    Entry(
        "right_when_small",
        d_loss("if len(real_logits) < 8:", f"    return {RIGHT_D}", "return real_logits.sum() * 0 + fake_logits.sum() * 0"),
        FIRST_LOST,
        "right for small batches only",
    ),
)
