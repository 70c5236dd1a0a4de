"""nbgrader's look at the metadata of cells, once for cells that a whole class has in common."""

from __future__ import annotations

import json
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import CheckCellMetadata

from gan_grading.engine import nodes

ROOM = 10_000


class CheckOnce(CheckCellMetadata):  # type: ignore[misc] # nbgrader publishes no type information
    """nbgrader's CheckCellMetadata, which checks its own schema anew for every cell of every submission.

    The engine grades the instructor's cells, so that one submission's are the next one's.
    """

    _valid: set[str] = set()  # noqa: RUF012 - of this process: valid is valid, whoever asks

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Check the cells whose metadata have not been seen before."""
        marked = [cell for cell in nb.cells if "nbgrader" in cell.metadata]
        texts = {json.dumps(cell.metadata.nbgrader, sort_keys=True): cell for cell in marked}
        new = {text: cell for text, cell in texts.items() if text not in self._valid}
        super().preprocess(nodes.notebook(list(new.values()), {}), resources)
        if len(self._valid) > ROOM:
            self._valid.clear()
        self._valid.update(new)
        return nb, resources
