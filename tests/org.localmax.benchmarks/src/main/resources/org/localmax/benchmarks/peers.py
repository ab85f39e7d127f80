"""One step of attention by NumPy, Numba or PyTorch, timed on request: python3 peers.py numpy|numba|torch

Reads a request a line from standard input and answers each by one line:

    about                      name, version and BLAS, or "unfit REASON" if a comparison with it would not be fair
    tokens N D FILE            "ready": takes N x D little-endian doubles, row by row
    step RULE PARAMETER GAMMA  "ready WAY": warms up, and chooses the fastest of the ways it knows; "ready" if it knows one
    run                        the milliseconds of one step: the mean of as many as take a quarter of a second
    save FILE                  "saved": writes the tokens after the step, as they came
    product SIZE               the milliseconds of one product of two SIZE x SIZE matrices, likewise

"error TEXT" where that failed. RULE is hardmax, localmax (PARAMETER: the width of the strip in units of |x|) or softmax
(PARAMETER: beta); A is the identity.
"""

import ctypes
import math
import os
import re
import sys
import time

CORES = len(os.sched_getaffinity(0))
CHUNK = 256
SHORTEST = 0.25  # seconds: a measurement takes at least so long, as one of our own does
REST = 0.05  # seconds after a run: until the threads of BLAS and OpenMP no longer spin


def libraries(pattern):
    """The paths of the shared libraries of this process whose names match."""
    with open("/proc/self/maps") as maps:
        paths = {line.split(None, 5)[5].strip() for line in maps if ".so" in line}
    return sorted(path for path in paths if re.search(pattern, os.path.basename(path)))


def openblas():
    """What OpenBLAS says of itself, or why it is not what runs here on all cores."""
    paths = libraries("openblas")
    if not paths:
        return "", "OpenBLAS is not what it uses, but " + (", ".join(libraries("blas|mkl|blis")) or "nothing known")
    path = paths[0]
    library = ctypes.CDLL(path)
    for prefix, suffix in (("", ""), ("", "64_"), ("scipy_", "64_"), ("scipy_", "")):
        count = getattr(library, prefix + "openblas_get_num_threads" + suffix, None)
        if count:
            config = getattr(library, prefix + "openblas_get_config" + suffix)
            config.restype = ctypes.c_char_p
            about = "%s (%s), %d threads" % (" ".join(config().decode().split()), path, count())
            return about, "" if count() == CORES else "OpenBLAS runs %d threads on %d cores" % (count(), CORES)
    return "", "%s does not tell its number of threads" % path


class NumPy:
    """Rows in chunks: scores, maximum, weights, and the mean by another product."""

    def __init__(self):
        import numpy

        self.np = numpy
        numpy.ones((64, 64)) @ numpy.ones((64, 64))
        blas, self.unfit = openblas()
        self.about = "NumPy %s, %s" % (numpy.__version__, blas)

    def take(self, rows):
        np = self.np
        self.rows = rows
        self.columns = np.ascontiguousarray(rows.T)
        self.norms = np.sqrt((rows * rows).sum(1))

    def ways(self, rule, parameter, gamma):
        return {"chunks of %d rows" % CHUNK: lambda: self.chunked(rule, parameter, gamma)}

    def chunked(self, rule, parameter, gamma):
        np, rows = self.np, self.rows
        after = np.empty_like(rows)
        for start in range(0, len(rows), CHUNK):
            query = rows[start : start + CHUNK]
            weights = query @ self.columns
            top = weights.max(1)
            if rule == "softmax":
                weights -= top[:, None]
                weights *= parameter
                np.exp(weights, out=weights)
            else:
                if rule == "localmax":
                    top -= parameter * self.norms[start : start + CHUNK]
                weights = (weights >= top[:, None]).astype(float)
            mean = (weights @ rows) / weights.sum(1)[:, None]
            after[start : start + CHUNK] = query + gamma * (mean - query)
        return after

    def product(self, size):
        left = self.np.ones((size, size))
        right = self.np.ones((size, size))
        out = self.np.empty((size, size))
        return lambda: self.np.dot(left, right, out=out)

    def array(self, after):
        return after


class Torch:
    """The same in tensors; softmax also by the library's attention, on all rows at once."""

    def __init__(self):
        import torch

        self.torch = torch
        torch.set_grad_enabled(False)
        torch.set_num_threads(CORES)
        torch.ones((64, 64)) @ torch.ones((64, 64))
        blas, self.unfit = openblas()
        if "mkl" in torch.__config__.show().lower().split("blas_info=")[-1][:8]:
            blas, self.unfit = "MKL", ""
        if torch.get_num_threads() != CORES:
            self.unfit = "PyTorch runs %d threads on %d cores" % (torch.get_num_threads(), CORES)
        self.about = "PyTorch %s, %d threads, %s" % (torch.__version__, torch.get_num_threads(), blas)

    def take(self, rows):
        self.rows = self.torch.from_numpy(rows)
        self.columns = self.rows.T.contiguous()
        self.norms = self.rows.norm(dim=1)

    def ways(self, rule, parameter, gamma):
        ways = {"chunks of %d rows" % CHUNK: lambda: self.chunked(rule, parameter, gamma)}
        functional = self.torch.nn.functional
        attention = getattr(functional, "scaled_dot_product_attention", None)
        if not attention and hasattr(functional, "_scaled_dot_product_attention"):
            attention = lambda q, k, v: functional._scaled_dot_product_attention(q, k, v)[0]
        if rule == "softmax" and attention and len(self.rows) <= 20000:
            ways["scaled_dot_product_attention"] = lambda: self.whole(attention, parameter, gamma)
        return ways

    def chunked(self, rule, parameter, gamma):
        torch, rows = self.torch, self.rows
        after = torch.empty_like(rows)
        for start in range(0, len(rows), CHUNK):
            query = rows[start : start + CHUNK]
            if rule == "softmax":
                mean = torch.softmax((query * parameter) @ self.columns, 1) @ rows
            else:
                weights = query @ self.columns
                top = weights.amax(1)
                if rule == "localmax":
                    top = top - parameter * self.norms[start : start + CHUNK]
                weights = (weights >= top[:, None]).to(rows.dtype)
                mean = (weights @ rows) / weights.sum(1)[:, None]
            after[start : start + CHUNK] = query + gamma * (mean - query)
        return after

    def whole(self, attention, parameter, gamma):
        rows = self.rows
        query = rows * (parameter * math.sqrt(rows.shape[1]))
        mean = attention(query[None], rows[None], rows[None])[0]
        return rows + gamma * (mean - rows)

    def array(self, after):
        return after.numpy()


class Numba:
    """Loops over receivers in parallel: for d = 2 all in registers, otherwise between the products of chunks."""

    def __init__(self):
        import numba
        import numpy

        self.np = numpy
        numpy.ones((64, 64)) @ numpy.ones((64, 64))
        blas, self.unfit = openblas()
        if numba.get_num_threads() != CORES:
            self.unfit = "Numba runs %d threads on %d cores" % (numba.get_num_threads(), CORES)
        self.planar, self.gather, self.weigh = compiled(numba, numpy)
        self.about = "Numba %s, %d threads, %s" % (numba.__version__, numba.get_num_threads(), blas)

    def take(self, rows):
        np = self.np
        self.rows = rows
        self.columns = np.ascontiguousarray(rows.T)
        self.norms = np.sqrt((rows * rows).sum(1))

    def ways(self, rule, parameter, gamma):
        width = parameter if rule == "localmax" else 0.0
        beta = parameter if rule == "softmax" else math.inf
        if self.rows.shape[1] == 2:
            return {"loops": lambda: self.loops(width, beta, gamma)}
        ways = {"product, loops, product": lambda: self.chunked(self.weighed, width, beta, gamma)}
        if rule != "softmax":
            ways["product, loops"] = lambda: self.chunked(self.gathered, width, beta, gamma)
        return ways

    def loops(self, width, beta, gamma):
        after = self.np.empty_like(self.rows)
        self.planar(self.columns[0], self.columns[1], width, beta, gamma, after)
        return after

    def chunked(self, means, width, beta, gamma):
        after = self.np.empty_like(self.rows)
        scores = self.np.empty((CHUNK, len(self.rows)))
        for start in range(0, len(self.rows), CHUNK):
            query = self.rows[start : start + CHUNK]
            chunk = scores[: len(query)]
            self.np.dot(query, self.columns, out=chunk)
            mean = means(chunk, width * self.norms[start : start + CHUNK], beta)
            after[start : start + CHUNK] = query + gamma * (mean - query)
        return after

    def gathered(self, scores, reach, beta):
        mean = self.np.empty((len(scores), self.rows.shape[1]))
        self.gather(self.rows, scores, reach, mean)
        return mean

    def weighed(self, scores, reach, beta):
        totals = self.np.empty(len(scores))
        self.weigh(scores, reach, beta, totals)
        return (scores @ self.rows) / totals[:, None]

    def array(self, after):
        return after


def compiled(numba, np):
    """The loops; beta = inf stands for a strip."""

    @numba.njit(parallel=True, fastmath=True)
    def planar(x, y, width, beta, gamma, after):
        n = len(x)
        softmax = beta < 1e300
        for i in numba.prange(n):
            a = x[i]
            b = y[i]
            top = -1e300
            for j in range(n):
                top = max(top, a * x[j] + b * y[j])
            total = 0.0
            mean_x = 0.0
            mean_y = 0.0
            if softmax:
                for j in range(n):
                    weight = np.exp(beta * (a * x[j] + b * y[j] - top))
                    total += weight
                    mean_x += weight * x[j]
                    mean_y += weight * y[j]
            else:
                least = top - width * np.sqrt(a * a + b * b)
                for j in range(n):
                    weight = 1.0 if a * x[j] + b * y[j] >= least else 0.0
                    total += weight
                    mean_x += weight * x[j]
                    mean_y += weight * y[j]
            after[i, 0] = a + gamma * (mean_x / total - a)
            after[i, 1] = b + gamma * (mean_y / total - b)

    @numba.njit(parallel=True, fastmath=True)
    def gather(rows, scores, reach, mean):
        m, n = scores.shape
        d = rows.shape[1]
        for r in numba.prange(m):
            top = -1e300
            for j in range(n):
                top = max(top, scores[r, j])
            least = top - reach[r]
            total = 0.0
            mean[r, :] = 0.0
            for j in range(n):
                if scores[r, j] >= least:
                    total += 1.0
                    for k in range(d):
                        mean[r, k] += rows[j, k]
            for k in range(d):
                mean[r, k] /= total

    @numba.njit(parallel=True, fastmath=True)
    def weigh(scores, reach, beta, totals):
        m, n = scores.shape
        softmax = beta < 1e300
        for r in numba.prange(m):
            top = -1e300
            for j in range(n):
                top = max(top, scores[r, j])
            total = 0.0
            if softmax:
                for j in range(n):
                    weight = np.exp(beta * (scores[r, j] - top))
                    scores[r, j] = weight
                    total += weight
            else:
                least = top - reach[r]
                for j in range(n):
                    weight = 1.0 if scores[r, j] >= least else 0.0
                    scores[r, j] = weight
                    total += weight
            totals[r] = total

    return planar, gather, weigh


class Session:
    """Answers requests."""

    def __init__(self, peer):
        import numpy

        self.np = numpy
        self.peer = peer

    def about(self):
        return "unfit " + self.peer.about + ": " + self.peer.unfit if self.peer.unfit else self.peer.about

    def tokens(self, n, d, path):
        self.peer.take(self.np.fromfile(path, "<f8").reshape(int(n), int(d)))
        return "ready"

    def step(self, rule, parameter, gamma):
        ways = self.peer.ways(rule, float(parameter), float(gamma))
        times = {}
        for name, way in ways.items():
            way()  # the first call compiles
            times[name] = self.time(way)
        name = min(times, key=times.get)
        self.way = ways[name]
        return "ready " + name if len(ways) > 1 else "ready"

    def product(self, size):
        if getattr(self, "size", None) != size:
            self.size = size
            self.multiply = self.peer.product(int(size))
            self.multiply()
        return repr(self.time(self.multiply))

    def run(self):
        return repr(self.time(self.way))

    def time(self, way):
        taken = 0
        elapsed = 0
        start = time.perf_counter()
        while elapsed < SHORTEST:
            self.after = way()
            taken += 1
            elapsed = time.perf_counter() - start
        time.sleep(REST)
        return elapsed / taken * 1e3

    def save(self, path):
        self.peer.array(self.after).tofile(path)
        return "saved"


def main():
    session = Session({"numpy": NumPy, "numba": Numba, "torch": Torch}[sys.argv[1]]())
    requests = {name: getattr(session, name) for name in ("about", "tokens", "step", "run", "save", "product")}
    for line in sys.stdin:
        name, *arguments = line.split()
        try:
            answer = requests[name](*arguments)
        except Exception as e:
            answer = "error %s: %s" % (type(e).__name__, " ".join(str(e).split()))
        print(answer, flush=True)


if __name__ == "__main__":
    main()
