"""Breaking things: the exercise that does it gets nothing, a reason, and every other one its due."""

from __future__ import annotations

from tests.banks.hostile.entry import FIRST_LOST, FULL, RIGHT_D, Entry, answering, d_loss, with_cell

OTHERS = "the exercise that does it has no answer to judge; the others are untouched"
FORKS = "the process that was started answers, and the answers are right"
AFTER = "it is done around the answers, which are right"
CELL_LOOP = "def discriminator_loss(real_logits, fake_logits):\n    return 0\nwhile True: pass"

ENTRIES = (
    Entry("loops_forever", d_loss("while True: pass"), FIRST_LOST, OTHERS, "within the time allowed"),
    Entry(
        "loop_swallows_interrupts",
        d_loss("while True:", "    try:", "        while True: pass", "    except BaseException: pass"),
        FIRST_LOST,
        OTHERS,
        "within the time allowed",
    ),
    Entry("loops_in_its_cell", answering(discriminator_loss=CELL_LOOP), FIRST_LOST, OTHERS, "within the time allowed"),
    Entry(
        "loops_in_an_own_cell", with_cell("while True: pass"), FULL, AFTER, "stopped after the time allowed"
    ),
    Entry(
        "memory_grows",
        d_loss("hoard = []", "while True: hoard.append(torch.ones(2_000_000))"),
        FIRST_LOST,
        OTHERS,
        "memory",
    ),
    Entry("asks_for_ten_gigabytes", d_loss("return torch.empty(10 * 2**30, dtype=torch.uint8)"), FIRST_LOST, OTHERS, "memory"),
    Entry(
        "shares_ten_gigabytes",
        d_loss("import mmap", "return mmap.mmap(-1, 10 * 2**30)"),
        FIRST_LOST,
        OTHERS,
        "Cannot allocate memory",
    ),
    Entry("leaves_python", d_loss("import os", "os._exit(0)"), FIRST_LOST, OTHERS, "ended"),
    Entry("leaves_python_in_own_cell", with_cell("import os\nos._exit(0)"), FULL, AFTER, "the process ended"),
    Entry("aborts", d_loss("import os", "os.abort()"), FIRST_LOST, OTHERS, "ended"),
    Entry("segfaults", d_loss("import ctypes", "ctypes.string_at(0)"), FIRST_LOST, OTHERS, "ended"),
    Entry("fork_bomb", d_loss("import os", "while True: os.fork()"), FIRST_LOST, OTHERS, "process"),
    Entry(
        "thread_bomb",
        d_loss(
            "import threading, time",
            "for _ in range(3000): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
            "time.sleep(2)",
        ),
        FIRST_LOST,
        OTHERS,
    ),
    Entry("prints_twenty_megabytes", with_cell("print('x' * 20_000_000)"), FULL, AFTER),
    Entry("prints_twenty_megabytes_in_answer", d_loss("print('x' * 20_000_000)", f"return {RIGHT_D}"), FULL, AFTER),
    Entry("system_exit", d_loss("raise SystemExit"), FIRST_LOST, OTHERS, "SystemExit"),
    Entry("system_exit_in_cell", with_cell("import sys\nsys.exit(0)"), FULL, AFTER),
    Entry("keyboard_interrupt", d_loss("raise KeyboardInterrupt"), FIRST_LOST, OTHERS, "KeyboardInterrupt"),
    Entry("asks_for_input", d_loss("return float(input('loss? '))"), FIRST_LOST, OTHERS, "EOFError"),
    Entry("starts_a_debugger", d_loss("import pdb", "pdb.set_trace()", "return 0"), FIRST_LOST, OTHERS),
    Entry(
        "threads_never_end",
        with_cell("import threading\nfor _ in range(4): threading.Thread(target=threading.Event().wait).start()"),
        FULL,
        AFTER,
    ),
    Entry("recursion", d_loss("return discriminator_loss(real_logits, fake_logits)"), FIRST_LOST, OTHERS, "RecursionError"),
    Entry("closes_every_file", d_loss("import os", "os.closerange(3, 256)"), FIRST_LOST, OTHERS, "ended"),
    Entry("stops_itself", with_cell("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)"), FULL, AFTER),
    Entry("returns_a_giant_view", d_loss("return torch.zeros(1).expand(10**12)"), FIRST_LOST, OTHERS),
    Entry(
        "returns_a_deep_list",
        d_loss("deep = []", "for _ in range(5000): deep = [deep]", "return deep"),
        FIRST_LOST,
        OTHERS,
    ),
    Entry(
        "returns_a_loop",
        d_loss("ring = {}", "ring['again'] = ring", "return ring"),
        FIRST_LOST,
        OTHERS,
    ),
    Entry(
        "error_without_words",
        d_loss(
            "class Mute(Exception):",
            "    def __str__(self): raise ValueError",
            "raise Mute",
        ),
        FIRST_LOST,
        OTHERS,
        "Mute",
    ),
    Entry(
        "error_that_never_speaks",
        d_loss("class Slow(Exception):", "    def __str__(self):", "        while True: pass", "raise Slow"),
        FIRST_LOST,
        OTHERS,
        "within the time allowed",
    ),
    Entry("burns_in_a_thread", with_cell("import threading, time\ndef burn():\n    while True: time.sleep(0.001)\nthreading.Thread(target=burn, daemon=True).start()"), FULL, AFTER),
    Entry("plots_too_much", with_cell("import matplotlib.pyplot as plt\nfor _ in range(12):\n    plt.figure(figsize=(9, 9)); plt.imshow(torch.rand(900, 900)); plt.show()"), FULL, AFTER),
    Entry("forks_and_exits", d_loss("import os, sys", "if os.fork() == 0: sys.exit(0)", f"return {RIGHT_D}"), FULL, FORKS),
    Entry("forks_and_returns", d_loss("import os", "os.fork()", f"return {RIGHT_D}"), FULL, FORKS),
    Entry(
        "forks_and_waits",
        d_loss("import os, time", "if os.fork() == 0: time.sleep(30)", f"return {RIGHT_D}"),
        FULL,
        FORKS,
    ),
    Entry("forks_in_an_own_cell", with_cell("import os, sys\nif os.fork() == 0: sys.exit(0)"), FULL, FORKS),
    Entry(
        "breaks_the_line_when_called",
        d_loss(
            "import gan_worker.serve as s",
            "real = s.send_frame",
            "s.send_frame = lambda sock, m: real(sock, b'garbage')",
            f"return {RIGHT_D}",
        ),
        FIRST_LOST,
        OTHERS,
    ),
    Entry(
        "leaves_a_timer",
        with_cell("import signal\ndef late(*_): raise TimeoutError\nsignal.signal(signal.SIGALRM, late)\nsignal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)"),
        FULL,
        AFTER,
    ),
    Entry("interrupts_later", with_cell("import _thread, threading, time\ndef often():\n    while True:\n        time.sleep(0.02); _thread.interrupt_main()\nthreading.Thread(target=often, daemon=True).start()"), FULL, AFTER),
    Entry("switches_torch_when_called", d_loss("global mode", "mode = torch.inference_mode()", "mode.__enter__()", f"return {RIGHT_D}"), FIRST_LOST, OTHERS),
    Entry("replaces_torch_when_called", d_loss("import torch.nn.functional as f", f"value = {RIGHT_D}", "f.softplus = torch.softmax = None", "torch.nn.Linear.forward = None", "return value.detach()"), FIRST_LOST, OTHERS),
)
