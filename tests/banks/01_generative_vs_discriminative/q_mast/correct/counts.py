import torch

q_mast = torch.tensor(90.0) / (90 + 180)
