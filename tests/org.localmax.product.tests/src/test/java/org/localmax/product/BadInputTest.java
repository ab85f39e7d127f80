package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.product.Product.Ended;

/** Bad input ends with exit code 2 or 3 and one message: place, what is wrong, what is expected. Nothing is written. */
@Execution(ExecutionMode.CONCURRENT)
class BadInputTest {

    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                formatVersion="1" name="bad" steps="5" alpha="1">
              <tokens xsi:type="localmax:TokenList">
                <tokens at="1 2"/>
                <tokens at="3 4"/>
              </tokens>
              <rules xsi:type="localmax:LocalmaxRule" name="strip" delta="1"/>
            </localmax:Experiment>
            """;

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void files() throws IOException {
        product = new Product(parent).forShortRuns();
        write("ok.csv", "x1,x2\n1,2\n3,4\n");
        write("empty.csv", "");
        write("ragged.csv", "1,2\n3,4\n5,6,7\n");
        write("word.csv", "1,2\n# a comment\n3,abc\n");
        write("nan.csv", "1,2\n3,NaN\n");
        write("inf.csv", "1,2\n-Infinity,4\n");
        write("wide.csv", "1,0,0\n0,1,0\n0,0,1\n");
        write("oblong.csv", "1,0\n");
        write("minus.csv", "-1,0\n0,1\n");
        write("asymmetric.csv", "1,2\n0,1\n");
        write("good.localmax", EXPERIMENT);
        write("cut.localmax", EXPERIMENT.substring(0, 350));
        write(
                "entity.localmax",
                EXPERIMENT.replace("?>", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        write("unknown.localmax", EXPERIMENT.replace("steps=", "stepz="));
        write("delta.localmax", EXPERIMENT.replace("delta=\"1\"", "delta=\"1-t\""));
        write(
                "two.localmax",
                EXPERIMENT.replace("</localmax", "<rules xsi:type=\"localmax:HardmaxRule\" name=\"h\"/></localmax"));
        write("tokens.localmax", EXPERIMENT.replace("3 4", "3 4x"));
        Files.write(product.folder().resolve("truncated.npy"), npy("<f8", "(4, 2)", 3 * 16));
        Files.write(product.folder().resolve("absurd.npy"), npy("<f8", "(4000000000, 4000000000)", 16));
        Files.createDirectory(product.folder().resolve("folder.csv"));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(product.folder().resolve(name), content);
    }

    private static byte[] npy(String type, String shape, int dataBytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        header = header + " ".repeat(63 - (header.length() + 10) % 64) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    /** Arguments, the exit code, and what the message must name. */
    private record Case(String arguments, int exitCode, String... named) {

        @Override
        public String toString() {
            return arguments;
        }
    }

    static Stream<Case> cases() {
        String rest = " --rule hardmax --alpha 1 --steps 5 --output out";
        String simulate = "simulate --tokens ok.csv --steps 5 --output out ";
        return Stream.of(
                new Case(
                        simulate + "--rule hardmax --alpha 1 --value-matrix wide.csv",
                        3,
                        "wide.csv: ",
                        "value matrix",
                        "2 x 2"),
                new Case(
                        simulate + "--rule hardmax --alpha 1 --value-matrix oblong.csv",
                        3,
                        "oblong.csv: ",
                        "expected 1"),
                new Case(
                        simulate + "--rule hardmax --alpha 1 --value-matrix none.csv", 3, "none.csv: ", "no such file"),
                new Case(simulate + "--rule hardmax --alpha-matrix minus.csv", 3, "minus.csv: ", "inverse", "expected"),
                new Case(simulate + "--rule hardmax --alpha-matrix minus.csv --exact", 3, "minus.csv: ", "inverse"),
                new Case(simulate + "--rule hardmax --gamma-matrix wide.csv", 3, "wide.csv: ", "matrix gamma", "2 x 2"),
                new Case(simulate + "--rule hardmax --alpha 1 --gamma-matrix ok.csv", 2, "--alpha", "--gamma-matrix"),
                new Case(simulate + "--rule hardmax --time-step 0", 3, "time step is 0.0", "expected"),
                new Case(
                        simulate + "--rule softmax:beta=1 --time-step 1 --flow-tolerance 0",
                        3,
                        "tolerance",
                        "expected"),
                new Case(
                        simulate + "--rule softmax:beta=1 --alpha 1 --flow-tolerance 1e-8",
                        2,
                        "--time-step",
                        "expected"),
                new Case(simulate + "--rule localmax:delta=1 --time-step 1", 3, "localmax jumps", "expected"),
                new Case(simulate + "--rule hardmax --time-step 1 --exact", 3, "continuous", "expects alpha or gamma"),
                new Case(
                        simulate + "--rule softmax:beta=1 --time-step 1 --sphere",
                        3,
                        "token 0 has the norm",
                        "expected"),
                new Case(simulate + "--rule hardmax --alpha 1 --sphere --exact", 3, "sphere", "expects"),
                new Case("simulate --tokens none.csv" + rest, 3, "none.csv: ", "no such file"),
                new Case("simulate --tokens folder.csv" + rest, 3, "folder.csv: ", "expected"),
                new Case("simulate --tokens empty.csv" + rest, 3, "empty.csv: ", "empty"),
                new Case("simulate --tokens ragged.csv" + rest, 3, "ragged.csv:3: ", "3", "expected 2"),
                new Case("simulate --tokens word.csv" + rest, 3, "word.csv:3: ", "'abc'", "expected"),
                new Case("simulate --tokens nan.csv" + rest, 3, "nan.csv:2: ", "NaN", "expected"),
                new Case("simulate --tokens inf.csv" + rest, 3, "inf.csv:2: ", "Infinity", "expected"),
                new Case("simulate --tokens truncated.npy" + rest, 3, "truncated.npy: ", "expected"),
                new Case("simulate --tokens absurd.npy" + rest, 3, "absurd.npy: ", "expected"),
                new Case(simulate + "--rule hardmax --alpha 1 --interaction wide.csv", 3, "wide.csv", "expected 2 x 2"),
                new Case(simulate + "--rule hardmax --alpha 1 --interaction oblong.csv", 3, "oblong.csv", "expected 1"),
                new Case(
                        simulate + "--rule localmax:delta=1 --alpha 1 --interaction asymmetric.csv",
                        3,
                        "--rule",
                        "expected scale=keynorm or scale=absolute"),
                new Case(simulate + "--rule localmax:delta=-1 --alpha 1", 3, "delta is -1.0 at t = 0", "at least 0"),
                new Case(simulate + "--rule hardmax --alpha 0", 3, "alpha is 0.0 at t = 0", "greater than 0"),
                new Case(simulate + "--rule hardmax --gamma 2", 3, "gamma is 2.0 at t = 0", "(0, 1]"),
                new Case(simulate + "--rule softargmax --alpha 1", 3, "'softargmax'", "expected hardmax"),
                new Case(simulate + "--rule localmax:width=1 --alpha 1", 3, "needs delta"),
                new Case(simulate + "--rule localmax:delta=1/(1+t --alpha 1", 3, "'1/(1+t' does not parse", "expected"),
                new Case(simulate + "--rule localmax:delta=log(t-2) --alpha 1", 3, "delta is NaN at t = 0", "expected"),
                new Case(
                        simulate + "--rule localmax:delta=sqrt(3-t) --alpha 1", 3, "delta is NaN at t = 4", "expected"),
                new Case(simulate + "--rule hardmax --alpha 1 --record often", 3, "--record", "expected auto, every:K"),
                new Case(simulate + "--rule hardmax --alpha 1 --tie-tolerance -1", 3, "--tie-tolerance", "[0, 1)"),
                new Case(simulate + "--rule hardmax --alpha 1 --threads 0", 2, "--threads", "1..32767"),
                new Case(simulate + "--rule hardmax --alpha 1 --threads 40000", 2, "40000", "expected 1..32767"),
                new Case("verify folder.csv --threads 40000", 2, "40000", "expected 1..32767"),
                new Case(simulate + "--rule hardmax --alpha 1 --steps ten", 2, "--steps", "ten"),
                new Case(
                        "simulate --tokens ok.csv --steps 2147483647 --record every:1 --rule hardmax --alpha 1 --output out",
                        3,
                        "records",
                        "expected"),
                new Case(simulate + "--rule softmax:beta=1e307*t --alpha 1", 3, "beta", "overflow", "expected"),
                new Case(
                        simulate + "--rule sparsemax:beta=1/(3-t) --alpha 1",
                        3,
                        "beta is Infinity at t = 3",
                        "expected a finite number"),
                new Case(
                        simulate + "--rule sa-softmax:beta=1e20 --alpha 1",
                        3,
                        "ok / sa-softmax:beta=1e20: the step from t = ",
                        "expected"),
                new Case(
                        simulate + "--rule softmax:beta=1 --alpha 1 --exact",
                        3,
                        "softmax:beta=1: the weights of this rule leave the fractions",
                        "expects hardmax"),
                new Case(
                        simulate + "--rule localmax:delta=exp(-t) --alpha 1 --exact",
                        3,
                        "delta at t = 0 is not a fraction",
                        "expects numbers"),
                new Case(simulate + "--rule hardmax --alpha sqrt(t+2) --exact", 3, "the step size at t = 0", "expects"),
                new Case(
                        simulate + "--rule hardmax --alpha 1 --exact --interaction wide.csv",
                        3,
                        "wide.csv",
                        "expected 2 x 2"),
                new Case("simulate --tokens word.csv --exact" + rest, 3, "word.csv:3: ", "'abc'", "expected"),
                new Case(
                        simulate + "--rule hardmax --alpha 1 --exact --algorithm dense",
                        2,
                        "--algorithm",
                        "the algorithm dense rounds",
                        "expected exact"),
                new Case(
                        simulate + "--rule hardmax --alpha 1 --algorithm exact",
                        2,
                        "--algorithm",
                        "runs in exact arithmetic alone",
                        "expected definition"),
                new Case(simulate + "--rule hardmax --alpha 1 --gamma 1", 2, "--alpha", "--gamma"),
                new Case(simulate + "--rule hardmax", 2, "--alpha", "--gamma"),
                new Case(simulate + "--rule hardmax --alpha 1 --wormhole", 2, "--wormhole"),
                new Case(simulate + "--rule hardmax --alpha 1 --query ok.csv", 2, "--key"),
                new Case("run none.localmax --output out", 3, "none.localmax: ", "no such file"),
                new Case("run folder.csv --output out", 3, "folder.csv: ", "directory"),
                new Case("run empty.csv --output out", 3, "empty.csv: ", "empty"),
                new Case("run cut.localmax --output out", 3, "cut.localmax:", "expected an experiment"),
                new Case("run entity.localmax --output out", 3, "entity.localmax:2: ", "DOCTYPE"),
                new Case("run unknown.localmax --output out", 3, "unknown.localmax:", "stepz"),
                new Case(
                        "run delta.localmax --output out", 3, "delta.localmax: rule \"strip\": delta is -1.0 at t = 2"),
                new Case("run tokens.localmax --output out", 3, "tokens.localmax: tokens: token 1", "'4x'", "expected"),
                new Case(
                        "run two.localmax good.localmax --output out --force", 3, "good.localmax", "\"bad\"", "differ"),
                new Case("run good.localmax --output ok.csv", 3, "ok.csv", "expected"),
                new Case("run good.localmax --output ok.csv/below", 3, "ok.csv", "expected"),
                new Case(
                        "run good.localmax --output /proc/out",
                        3,
                        "/proc/out: no folder can be made there",
                        "expected"),
                new Case("validate delta.localmax cut.localmax", 3, "delta.localmax: rule \"strip\"", "cut.localmax:"),
                new Case("verify folder.csv", 3, "folder.csv", "is not a capsule"),
                new Case("run", 2, "EXPERIMENT"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void badInputIsNamedAndNothingIsWritten(Case bad) throws IOException {
        List<Path> before = listing();
        Ended run = product.run(bad.arguments().split(" "));
        assertEquals(bad.exitCode(), run.exitCode(), run.toString());
        assertEquals("", run.out());
        for (String part : bad.named()) {
            assertTrue(run.err().contains(part), part + " in " + run.err());
        }
        assertFalse(run.err().contains("Exception") || run.err().contains("\tat "), run.err());
        assertEquals(before, listing());
        assertEquals(List.of(), product.leftovers());
    }

    private List<Path> listing() throws IOException {
        try (Stream<Path> files = Files.walk(product.folder())) {
            return files.sorted().toList();
        }
    }

    @Test
    void tooLittleMemoryIsToldWithWhatToDo() throws IOException {
        assertTooLarge(200_000, "tokens: 200000 tokens in dimension 100 take 152 MB and there are ");
        assertTooLarge(80_000, "a run of 80000 tokens in dimension 100 needs about ");
        // a part of the memory is taken already
        assertTooLarge(100_000, "localmax: out of memory: ");
    }

    private void assertTooLarge(int count, String expected) throws IOException {
        write(
                "large.localmax",
                EXPERIMENT.replaceFirst(
                        "(?s)<tokens .*</tokens>",
                        "<tokens xsi:type=\"localmax:GaussianTokens\" count=\"" + count + "\" dimension=\"100\"/>"));
        Ended run = product.with("LOCALMAX_JAVA_OPTIONS", "-Xmx80m").run("run", "large.localmax", "--output", "out");
        assertEquals(3, run.exitCode(), run.toString());
        assertTrue(run.err().contains(expected) && run.err().contains("eclipse.ini"), run.err());
        assertFalse(run.err().contains("internal error"), run.err());
        assertFalse(Files.exists(product.folder().resolve("out")));
        assertEquals(List.of(), product.leftovers());
    }

    @Test
    void theExperimentsOfTheseTestsAreGoodOtherwise() {
        for (String experiment : List.of("good", "two")) {
            Ended run = product.run("run", experiment + ".localmax", "--output", experiment);
            assertEquals(0, run.exitCode(), run.toString());
        }
    }

    @Test
    void bigEndianAndFortranOrderAreReadCorrectly() throws IOException {
        String header = "{'descr': '>f8', 'fortran_order': True, 'shape': (2, 3), }";
        header = header + " ".repeat(63 - (header.length() + 10) % 64) + "\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + 48).order(ByteOrder.BIG_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        file.put((byte) header.length()).put((byte) 0).put(header.getBytes(StandardCharsets.US_ASCII));
        for (double column : new double[] {1, 4, 2, 5, 3, 6}) {
            file.putDouble(column);
        }
        Files.write(product.folder().resolve("f.npy"), file.array());
        Ended run = product.run(
                "simulate",
                "--tokens",
                "f.npy",
                "--rule",
                "hardmax",
                "--alpha",
                "1",
                "--steps",
                "0",
                "--output",
                "out");
        assertEquals(0, run.exitCode(), run.toString());
        assertEquals(
                List.of("x1,x2,x3", "1.0,2.0,3.0", "4.0,5.0,6.0"),
                Files.readAllLines(product.folder().resolve("out/final.csv")));
    }
}
