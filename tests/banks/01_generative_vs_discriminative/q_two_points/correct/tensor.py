import torch

q_two_points = torch.tensor(2.0).log().mul(8 / 3).sqrt()
