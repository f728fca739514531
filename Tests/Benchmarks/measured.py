"""Runs a command and prints its cost: `measured.py COMMAND …`.

Until its program starts, a new process counts the memory of the process that created it. This process is small, so
the measured peak is the program's own.
"""

import json
import os
import subprocess
import sys
import time

start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
took = {"cpu": usage.ru_utime + usage.ru_stime, "wall": time.perf_counter() - start, "peak": usage.ru_maxrss / 1024}
print(json.dumps(took))
sys.exit(process.returncode)
