import torch

q_nats_of_three_bits = torch.log(torch.tensor(8.0))
