"""Making and adapting packages (extra `train`: PyTorch).

    rows -> switched -> pieces -> packed -> network -> trained -> exported -> compared

A row is a source with its translations and terms. Only `network`, `loop`, `checkpoints` and what stands
above them need PyTorch; a text can be prepared without it.
"""
