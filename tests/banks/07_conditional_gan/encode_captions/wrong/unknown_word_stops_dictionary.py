# misconception: unknown_word
def encode_captions(captions, vocabulary):
    column = {word: j for j, word in enumerate(vocabulary)}
    rows = torch.zeros(len(captions), len(vocabulary))
    for i, caption in enumerate(captions):
        rows[i, [column[w] for w in caption.lower().split()]] = 1
    return rows
