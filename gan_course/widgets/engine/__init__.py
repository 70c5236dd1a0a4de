"""The engines of the widgets: plain Python and torch, no browser and no Jupyter."""
