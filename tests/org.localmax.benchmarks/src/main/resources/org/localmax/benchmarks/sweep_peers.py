"""The runs of a sweep by NumPy or Numba, timed on request: python3 sweep_peers.py numpy|numba FOLDER

FOLDER is that of a sweep of localmax over delta (alpha = 1, A the identity, tokens uniform in a square of half width 1): the
tokens of each run are drawn as the product draws them, from the seed in plan.jsonl. Reads a request a line and answers each by
one line:

    about      name, version and cores
    run        the milliseconds of all runs: from the tokens at the start to those after the last step, on all cores
    compare    the largest difference of a run from results.csv.gz in the largest norm of a token at the end; one run in 97
               must have the same number of clusters, too

"error TEXT" where that failed.
"""

import csv
import gzip
import hashlib
import json
import os
import sys
import time

import numpy as np

CORES = len(os.sched_getaffinity(0))
N = 50
STEPS = 100
GAMMA = 0.5
TIES = 1e-12
LINKAGE = 1e-6
BATCH = 64  # runs whose scores stay in cache


def draw(seeds):
    """Tokens of each run: xoshiro256++ from the SHA-256 of "tokens SEED", as many uniform numbers as there are coordinates."""
    words = np.array([np.frombuffer(hashlib.sha256(b"tokens %d" % s).digest(), ">u8") for s in seeds], dtype=np.uint64).T
    state = [words[k].copy() for k in range(4)]

    def turned(x, bits):
        return x << np.uint64(bits) | x >> np.uint64(64 - bits)

    tokens = np.empty((len(seeds), N * 2))
    for at in range(N * 2):
        word = turned(state[0] + state[3], 23) + state[0]
        kept = state[1] << np.uint64(17)
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= kept
        state[3] = turned(state[3], 45)
        tokens[:, at] = -1.0 + 2.0 * ((word >> np.uint64(11)).astype(np.float64) * 2.0**-53)
    return tokens.reshape(len(seeds), N, 2)


def batch(work):
    """All steps of some runs at once."""
    x, delta = work
    x = x.copy()
    for _ in range(STEPS):
        scores = x @ x.transpose(0, 2, 1)
        norms = np.sqrt(np.einsum("rik,rik->ri", x, x))
        least = scores.max(axis=2) - (delta[:, None] + TIES * norms.max(axis=1)[:, None]) * norms
        inside = (scores >= least[:, :, None]).astype(np.float64)
        x += GAMMA * (inside @ x / inside.sum(axis=2)[:, :, None] - x)
    return x


class NumPy:
    """Batches of runs, dealt out to a process a core."""

    def __init__(self, tokens, delta):
        import multiprocessing

        self.work = [(tokens[k : k + BATCH], delta[k : k + BATCH]) for k in range(0, len(tokens), BATCH)]
        self.pool = multiprocessing.get_context("fork").Pool(CORES)
        self.about = "NumPy %s, batches of %d runs on %d processes" % (np.__version__, BATCH, CORES)
        self.pool.map(batch, self.work[:CORES])

    def run(self):
        return np.concatenate(self.pool.map(batch, self.work, chunksize=4))


class Numba:
    """Loops over all pairs, runs dealt out to the cores."""

    def __init__(self, tokens, delta):
        import numba

        @numba.njit(parallel=True, fastmath={"nsz", "arcp", "contract", "afn", "reassoc"})
        def sweep(tokens, delta, after):
            for r in numba.prange(tokens.shape[0]):
                n = tokens.shape[1]
                x = tokens[r, :, 0].copy()
                y = tokens[r, :, 1].copy()
                next_x = np.empty(n)
                next_y = np.empty(n)
                scores = np.empty(n)
                for _ in range(STEPS):
                    largest = 0.0
                    for j in range(n):
                        largest = max(largest, x[j] * x[j] + y[j] * y[j])
                    width = delta[r] + TIES * np.sqrt(largest)
                    for i in range(n):
                        a = x[i]
                        b = y[i]
                        best = -np.inf
                        for j in range(n):
                            score = a * x[j] + b * y[j]
                            scores[j] = score
                            best = max(best, score)
                        least = best - width * np.sqrt(a * a + b * b)
                        count = 0.0
                        u = 0.0
                        v = 0.0
                        for j in range(n):
                            inside = 1.0 if scores[j] >= least else 0.0
                            count += inside
                            u += inside * x[j]
                            v += inside * y[j]
                        next_x[i] = a + GAMMA * (u / count - a)
                        next_y[i] = b + GAMMA * (v / count - b)
                    x, next_x = next_x, x
                    y, next_y = next_y, y
                after[r, :, 0] = x
                after[r, :, 1] = y

        numba.set_num_threads(CORES)
        self.sweep = sweep
        self.tokens = tokens
        self.delta = delta
        self.about = "Numba %s, %d threads" % (numba.__version__, CORES)
        sweep(tokens[:2], delta[:2], np.empty_like(tokens[:2]))

    def run(self):
        after = np.empty_like(self.tokens)
        self.sweep(self.tokens, self.delta, after)
        return after


def clusters(before, after):
    """Single linkage: merges what a chain of links joins."""
    diameter = max(np.linalg.norm(before - point, axis=1).max() for point in before)
    labels = np.arange(len(after))
    near = np.linalg.norm(after[:, None] - after[None, :], axis=2) <= LINKAGE * diameter
    for _ in range(len(after)):
        least = np.where(near, labels[None, :], len(after)).min(axis=1)
        if np.array_equal(least, labels):
            break
        labels = least
    return len(np.unique(labels))


class Session:
    def __init__(self, library, folder):
        with open(os.path.join(folder, "plan.jsonl")) as plan:
            runs = [json.loads(line) for line in plan]
        self.folder = folder
        self.tokens = draw([run["seed"] for run in runs])
        self.peer = library(self.tokens, np.array([float(run["values"]["delta"]) for run in runs]))

    def about(self):
        return self.peer.about

    def run(self):
        start = time.perf_counter()
        self.after = self.peer.run()
        return repr((time.perf_counter() - start) * 1e3)

    def compare(self):
        difference = 5e-324
        with gzip.open(os.path.join(self.folder, "results.csv.gz"), "rt", newline="") as results:
            for r, row in enumerate(csv.DictReader(results)):
                norm = np.sqrt((self.after[r] ** 2).sum(axis=1).max())
                difference = max(difference, abs(float(row["largest_norm"]) - norm))
                if r % 97 == 0 and int(row["final_clusters"]) != clusters(self.tokens[r], self.after[r]):
                    raise ValueError("run %d has %s clusters in the results" % (r, row["final_clusters"]))
        return repr(difference)


def main():
    session = Session({"numpy": NumPy, "numba": Numba}[sys.argv[1]], sys.argv[2])
    requests = {name: getattr(session, name) for name in ("about", "run", "compare")}
    for line in sys.stdin:
        try:
            answer = requests[line.strip()]()
        except Exception as e:
            answer = "error %s: %s" % (type(e).__name__, " ".join(str(e).split()))
        print(answer, flush=True)


if __name__ == "__main__":
    # BLAS gains nothing from threads within products of 50 x 50
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    main()
