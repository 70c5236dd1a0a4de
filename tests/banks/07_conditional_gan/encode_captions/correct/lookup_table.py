def encode_captions(captions, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    bags = torch.zeros((len(captions), len(column)))
    for i, caption in enumerate(captions):
        known = [column[w] for w in caption.casefold().split() if w in column]
        bags[i, known] = 1
    return bags
