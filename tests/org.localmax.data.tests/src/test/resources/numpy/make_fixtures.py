"""Makes the NPY and NPZ files beside it, with NumPy. Run it in this folder."""

import numpy as np

points = np.array([[0.0, 1.5], [-2.25, 3.0], [1 / 3, -0.0]])
whole = np.array([[0, 1], [7, 100], [3, 127]])


def save(name, array, version=None):
    with open(name + ".npy", "wb") as file:
        np.lib.format.write_array(file, array, version=version)


save("f8_c", points)
save("f8_fortran", np.asfortranarray(points))
save("f8_big", points.astype(">f8"))
save("f4_little", points.astype("<f4"))
save("f4_big_fortran", np.asfortranarray(points.astype(">f4")))
save("f2", points.astype("<f2"))
save("version2", points, (2, 0))
save("version3", points, (3, 0))
for kind in "iu":
    for size in "1248":
        for order in "<>":
            name = kind + size + {"<": "_little", ">": "_big"}[order]
            values = whole - 50 if kind == "i" else whole
            save(name, values.astype(order + kind + size))
save("u8_extreme", np.array([[2**64 - 1, 2**63 + 1025, 2**53 + 1]], dtype="<u8"))
save("vector", points[:, 0])
save("scalar", np.array(1.0))
save("cube", np.zeros((2, 3, 2)))
save("no_rows", np.zeros((0, 2)))
save("boolean", points > 0)
save("complex", points.astype(complex))
save("object", np.array([[1, None]], dtype=object))
save("text", np.array([["a", "b"]]))
save("record", np.zeros((2,), dtype=[("a", "<f8"), ("b", "<i4")]))
save("nan", np.array([[0.0, 1.0], [np.nan, 1.0]]))
save("infinite", np.array([[0.0, 1.0], [0.0, -np.inf]]))

steps = np.array([0, 1, 5])
tokens = np.arange(24, dtype=float).reshape(3, 4, 2) / 3 - 2
np.savez("stored", steps=steps, tokens=tokens)
np.savez_compressed("deflated", tokens=tokens, extra=np.arange(4), steps=steps)
np.savez(
    "converted",
    steps=steps.astype(">u2"),
    tokens=np.asfortranarray((tokens * 3).astype(">f4")),
)
np.savez("no_steps", tokens=tokens)
np.savez("other_count", steps=steps[:2], tokens=tokens)
np.savez("flat_tokens", steps=steps, tokens=tokens[:, :, 0])
np.savez("float_steps", steps=steps.astype(float), tokens=tokens)
np.savez("steps_not_increasing", steps=np.array([0, 5, 5]), tokens=tokens)
np.savez("negative_step", steps=np.array([-1, 0, 1]), tokens=tokens)
broken = tokens.copy()
broken[1, 2, 0] = np.nan
np.savez("nan", steps=steps, tokens=broken)
