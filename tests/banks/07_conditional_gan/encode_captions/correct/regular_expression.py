import re


def encode_captions(captions, vocabulary):
    rows = torch.zeros(len(captions), len(vocabulary), dtype=torch.float64)
    for i, caption in enumerate(captions):
        words = re.findall(r"\S+", caption.lower())
        for j, word in enumerate(vocabulary):
            rows[i, j] = float(word in words)
    return rows
