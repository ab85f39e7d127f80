"""The runs of a sweep by NumPy or Numba.

FOLDER is that of a sweep of localmax over delta (alpha = 1, A the identity, tokens uniform in a square of half width 1): the
tokens of each run are drawn as the product draws them, from the seed in plan.jsonl.

    python3 sweep_peers.py numpy|numba FOLDER EVERY

takes one run in EVERY, reads a request a line and answers each by one line, "error TEXT" where that failed:

    about       name, version and cores
    start FILE  writes delta of each run, then the tokens of all
    run         the milliseconds of all runs: from the tokens at the start to those after the last step, on all cores
    save FILE   writes the tokens after the last step
    compare     the largest difference of a run from results.csv.gz in the largest norm of a token at the end; one run in 97
                must have the same number of clusters, too

    python3 sweep_peers.py whole FOLDER TABLE

is a whole program by Numba: it reads the plan, draws the tokens, compiles, steps, finds the clusters of each run and writes a table.

    python3 sweep_peers.py difference FOLDER TABLE

tells the largest difference of that table from results.csv.gz in a largest norm; all numbers of clusters must be equal.
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


def counted_clusters():
    """The same for many runs at once, compiled."""
    import numba

    @numba.njit(parallel=True)
    def count(before, after, counts, norms):
        for r in numba.prange(before.shape[0]):
            n = before.shape[1]
            diameter = 0.0
            for i in range(n):
                for j in range(i):
                    diameter = max(diameter, np.hypot(before[r, i, 0] - before[r, j, 0], before[r, i, 1] - before[r, j, 1]))
            part = np.arange(n)
            parts = n
            for i in range(n):
                norms[r] = max(norms[r], np.hypot(after[r, i, 0], after[r, i, 1]))
                for j in range(i):
                    distance = np.hypot(after[r, i, 0] - after[r, j, 0], after[r, i, 1] - after[r, j, 1])
                    if part[i] != part[j] and distance <= LINKAGE * diameter:
                        old = part[i]
                        parts -= 1
                        for k in range(n):
                            if part[k] == old:
                                part[k] = part[j]
            counts[r] = parts

    return count


def plan(folder):
    with open(os.path.join(folder, "plan.jsonl")) as lines:
        return [json.loads(line) for line in lines]


def results(folder):
    with gzip.open(os.path.join(folder, "results.csv.gz"), "rt", newline="") as rows:
        yield from csv.DictReader(rows)


def deltas(runs):
    return np.array([float(run["values"]["delta"]) for run in runs])


def whole(folder, table):
    """From the plan to a table of all runs."""
    runs = plan(folder)
    tokens = draw([run["seed"] for run in runs])
    delta = deltas(runs)
    after = Numba(tokens, delta).run()
    counts = np.empty(len(runs), dtype=np.int64)
    norms = np.zeros(len(runs))
    counted_clusters()(tokens, after, counts, norms)
    with gzip.open(table, "wt", newline="", compresslevel=6) as file:
        writer = csv.writer(file)
        writer.writerow(["run", "delta", "seed", "final_clusters", "largest_norm"])
        for run, count, norm in zip(runs, counts, norms):
            writer.writerow([run["run"], run["values"]["delta"], run["seed"], count, norm])


def difference(folder, table):
    """How far apart the tables of two whole programs are."""
    largest = 5e-324
    with gzip.open(table, "rt", newline="") as file:
        for row, other in zip(csv.DictReader(file), results(folder), strict=True):
            if row["final_clusters"] != other["final_clusters"]:
                raise ValueError("run %s has %s clusters, and %s" % (row["run"], row["final_clusters"], other["final_clusters"]))
            largest = max(largest, abs(float(row["largest_norm"]) - float(other["largest_norm"])))
    return repr(largest)


class Session:
    def __init__(self, library, folder, every):
        runs = plan(folder)[::every]
        self.folder = folder
        self.every = every
        self.delta = deltas(runs)
        self.tokens = draw([run["seed"] for run in runs])
        self.peer = library(self.tokens, self.delta)

    def about(self):
        return self.peer.about

    def start(self, file):
        with open(file, "wb") as out:
            self.delta.astype("<f8").tofile(out)
            self.tokens.astype("<f8").tofile(out)
        return "started"

    def save(self, file):
        self.after.astype("<f8").tofile(file)
        return "saved"

    def run(self):
        start = time.perf_counter()
        self.after = self.peer.run()
        return repr((time.perf_counter() - start) * 1e3)

    def compare(self):
        largest = 5e-324
        rows = (row for k, row in enumerate(results(self.folder)) if k % self.every == 0)
        for r, row in enumerate(rows):
            norm = np.sqrt((self.after[r] ** 2).sum(axis=1).max())
            largest = max(largest, abs(float(row["largest_norm"]) - norm))
            if r % 97 == 0 and int(row["final_clusters"]) != clusters(self.tokens[r], self.after[r]):
                raise ValueError("run %s has %s clusters in the results" % (row["run"], row["final_clusters"]))
        return repr(largest)


def main():
    if sys.argv[1] == "whole":
        whole(*sys.argv[2:])
        return
    if sys.argv[1] == "difference":
        print(difference(*sys.argv[2:]))
        return
    session = Session({"numpy": NumPy, "numba": Numba}[sys.argv[1]], sys.argv[2], int(sys.argv[3]))
    requests = {name: getattr(session, name) for name in ("about", "start", "run", "save", "compare")}
    for line in sys.stdin:
        try:
            name, *arguments = line.split()
            answer = requests[name](*arguments)
        except Exception as e:
            answer = "error %s: %s" % (type(e).__name__, " ".join(str(e).split()))
        print(answer, flush=True)


if __name__ == "__main__":
    # BLAS gains nothing from threads within products of 50 x 50
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        os.environ["OPENBLAS_NUM_THREADS"] = "1"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    main()
