"""The extractor of ``nbgrader zip_collect``: archives from a learning platform, opened as hostile ones."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from nbgrader.plugins.zipcollect import ExtractorPlugin
from traitlets import Integer, default

from gan_grading.engine import Limits
from gan_grading.errors import one_line
from gan_grading.nbgrader.logs import tidy_log
from gan_grading.nbgrader.names import trouble_with_file
from gan_grading.nbgrader.unpack import MB, ArchiveError, Budget, remove, shortened, unpack

ARCHIVES = [".zip", ".gz", ".tgz", ".tar"]


class SafeExtractor(ExtractorPlugin):  # type: ignore[misc] # nbgrader publishes no type information
    """Unpack what can be unpacked safely, and skip each other archive with one line.

    The layout is that of nbgrader's own extractor: ``alice.zip`` becomes the folder ``alice``, also within
    another archive, as platforms pack one archive for the class with one for each student in it.
    """

    max_members = Integer(1_000, help="Members of an archive within an archive.").tag(config=True)
    max_archive_mb = Integer(512, help="Unpacked size of an archive within an archive.").tag(config=True)
    max_file_mb = Integer(Limits().notebook_mb, help="Unpacked size of one file.").tag(config=True)
    max_all_members = Integer(20_000, help="Members of one download, all levels.").tag(config=True)
    max_all_mb = Integer(4_096, help="Unpacked size of one download, all levels.").tag(config=True)
    max_depth = Integer(2, help="Levels of archives, the outermost included.").tag(config=True)

    @default("zip_ext")
    def _default_extensions(self) -> list[str]:
        return list(ARCHIVES)

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack or copy each file of a folder.

        Args:
            archive_path: the folder of downloaded archives and notebooks.
            extracted_path: where the files go.
        """
        tidy_log(self)
        source, target = Path(archive_path), Path(extracted_path)
        found = sorted(Path(root) / name for root, _, names in os.walk(source) for name in names)
        if not found:
            self.log.warning("No files found in directory: %s", source)
        for path in found:
            below = path.relative_to(source)
            trouble = next(filter(None, map(trouble_with_file, below.parts)), "")
            if trouble:
                self._skip(str(below), trouble)
                continue
            folder = target / below.parent
            folder.mkdir(parents=True, exist_ok=True)
            if path.is_symlink() or not path.is_file():
                self._skip(path.name, "it is a link or a device: only plain files are collected")
            elif path.suffix in self.zip_ext:
                everything = Budget(self.max_all_members, self.max_all_mb * MB, self.max_file_mb * MB)
                self._open(path, path.name, folder, everything, depth=1)
            else:
                shutil.copy(path, folder / path.name)

    def _open(self, archive: Path, shown: str, folder: Path, budget: Budget, depth: int) -> None:
        """Unpack an archive and those within it; nothing of one that is refused stays."""
        scratch = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder))
        try:
            self._unpack(archive, shown, scratch, budget, depth)
            target = folder / _stem(archive)
            if target.exists():
                raise ArchiveError(
                    f"there is already {shortened(target.name)} beside it",
                    "an archive is unpacked into a folder of its own name",
                    "rename one of them",
                )
            scratch.chmod(0o755)  # mkdtemp makes folders that the instructor's group could not read
            scratch.rename(target)
        except ArchiveError as error:
            self._skip(shown, str(error))
        finally:
            remove(scratch)

    def _unpack(self, archive: Path, shown: str, scratch: Path, budget: Budget, depth: int) -> None:
        if depth > self.max_depth:
            rule = f"at most {self.max_depth} archives may lie in one another"
            raise ArchiveError("nested too deep", rule, "ask for an archive of the notebook alone")
        self.log.info("Extracting from: %s", shown)
        unpack(archive, scratch, budget)
        # Listed before any is opened: what comes out of one is opened by the call for that one.
        inner = sorted(path for path in scratch.rglob("*") if path.suffix in self.zip_ext and path.is_file())
        for path in inner:
            own = Budget(self.max_members, self.max_archive_mb * MB, self.max_file_mb * MB, around=budget)
            self._open(path, f"{shown}/{path.relative_to(scratch)}", path.parent, own, depth + 1)

    def _skip(self, shown: str, reason: str) -> None:
        self.log.error("Skipped %s: %s", shortened(shown), one_line(reason))


def _stem(archive: Path) -> str:
    return Path(archive.stem).stem if Path(archive.stem).suffix == ".tar" else archive.stem
