"""Reaching out: files, network, processes. Refused, and no reason to take points from correct answers."""

from __future__ import annotations

from pathlib import Path

from tests.banks.hostile.entry import FULL, LOSSES_LOST, Entry, with_cell, wrong_with

ROOT = Path(__file__).resolve().parents[3]
KEPT = "the attempt is refused, and the answers are right"

ENTRIES = (
    Entry(
        "reads_the_solutions",
        wrong_with(
            "from pathlib import Path\n"
            f"for p in [*Path({str(ROOT)!r}).rglob('minimax.py'), *Path({str(ROOT)!r}).rglob('*.ipynb')]:\n"
            "    if 'solutions' in p.parts: exec(p.read_text().replace('### BEGIN', '#'))\n"
        ),
        LOSSES_LOST,
        "the solutions are not there to be read",
    ),
    Entry(
        "imports_the_probes",
        wrong_with(
            "from gan_grading.keys.registry import probes_of\nprobes_of('03_minimax').clear()"
        ),
        LOSSES_LOST,
        "the grader's package does not exist in this process",
        "No module named 'gan_grading'",
    ),
    Entry(
        "reads_the_grader",
        wrong_with(f"print(open({str(ROOT / 'grading/gan_grading/keys/oracle.py')!r}).read())"),
        LOSSES_LOST,
        "the grader's sources are not there to be read",
        "No such file or directory",
    ),
    Entry(
        "reads_the_key",
        wrong_with(
            f"print(open({str(ROOT / 'solutions/03_minimax/exercises/discriminator_loss.py')!r}).read())"
        ),
        LOSSES_LOST,
        "the keys are not there to be read",
        "No such file or directory",
    ),
    Entry(
        "writes_the_gradebook",
        with_cell(
            "import sqlite3\n"
            f"for place in ('gradebook.db', {str(ROOT / 'gradebook.db')!r}, {str(ROOT / 'build/class/gradebook.db')!r}):\n"
            "    try:\n"
            "        db = sqlite3.connect(place); db.execute('create table if not exists grade (auto_score real)'); db.commit()\n"
            "    except Exception as error: print(error)"
        ),
        FULL,
        KEPT,
    ),
    Entry(
        "shadows_numpy",
        with_cell("open('numpy.py', 'w').write('raise SystemExit')\nopen('torch.py', 'w').write('raise SystemExit')"),
        FULL,
        KEPT,
    ),
    Entry(
        "connects_to_the_network",
        with_cell("import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=2)"),
        FULL,
        KEPT,
        "Error",
    ),
    Entry(
        "opens_an_url",
        with_cell("import urllib.request\nurllib.request.urlopen('http://192.0.2.1/', timeout=2)"),
        FULL,
        KEPT,
        "URLError",
    ),
    Entry(
        "leaves_a_process",
        with_cell("import subprocess\nsubprocess.Popen(['sleep', '1000'], start_new_session=True)"),
        FULL,
        "the process ends with the submission, and the answers are right",
    ),
    Entry(
        "leaves_a_daemon",
        with_cell(
            "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
            "        while True: time.sleep(1)\n    os._exit(0)"
        ),
        FULL,
        "the process ends with the submission, and the answers are right",
    ),
    Entry("kills_everything", with_cell("import os\nos.kill(-1, 9)"), FULL, KEPT),
    Entry("kills_its_parent", with_cell("import os\nos.kill(os.getppid() or 1, 9)"), FULL, KEPT),
    Entry(
        "makes_namespaces",
        with_cell(
            "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
            "assert libc.unshare(0x10000000) == -1 and libc.mount(b'tmpfs', b'/tmp', b'tmpfs', 0, None) == -1"
        ),
        FULL,
        KEPT,
    ),
    Entry(
        "fills_the_disk",
        with_cell(
            "for i in range(200):\n    with open(f'/tmp/{i}', 'wb') as file: file.write(b'x' * 10_000_000)"
        ),
        FULL,
        KEPT,
        "OSError",
    ),
    Entry("opens_many_files", with_cell("files = [open('/dev/null') for _ in range(5000)]"), {**FULL}, KEPT, "Too many open files"),
    Entry("follows_a_link_out", with_cell("import os\nos.symlink('/etc/shadow', 'x')\nprint(open('x').read())"), FULL, KEPT, "Error"),
)
