# misconception: other_order
def encode_captions(captions, vocabulary):
    words = sorted(vocabulary)
    return torch.tensor([[float(w in caption.lower().split()) for w in words] for caption in captions])
