package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.experiments.Capsule;
import org.localmax.experiments.ObservableTable;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;

/** What was run is read back from its capsule. */
class CapsuleTest {

    @TempDir
    Path folder;

    private RunSummary summary;

    @BeforeEach
    void run() throws Exception {
        summary = Runner.run(
                Planner.plan(Experiments.hardmax("1 1", "-1 0.5", "0.2 0"), folder)
                        .getFirst(),
                folder.resolve("out"),
                new RunOptions(1, false),
                RunListener.NONE);
    }

    @Test
    void planAndResultComeBack() throws Exception {
        Capsule capsule = Capsule.open(folder.resolve("out"));
        assertEquals(
                new Capsule.Plan(
                        "test",
                        "hardmax",
                        "hardmax:multiplicity=counted",
                        true,
                        "alpha=1",
                        "",
                        "3 given tokens",
                        3,
                        2,
                        10,
                        summary.plan().settleTolerance()),
                capsule.plan());
        assertEquals(
                new Capsule.Result(
                        summary.hash(),
                        summary.settled(),
                        summary.clusters(),
                        summary.ambiguous(),
                        summary.consequential()),
                capsule.result());
        try (Trajectory trajectory = capsule.trajectory()) {
            assertEquals(summary.records(), trajectory.records());
        }
    }

    @Test
    void aRestComesBackWithItsFirstStep() throws Exception {
        RunSummary resting = Runner.run(
                Planner.plan(Experiments.hardmax("1 1", "-1 -1"), folder).getFirst(),
                folder.resolve("rest"),
                new RunOptions(1, false),
                RunListener.NONE);
        assertTrue(resting.settled().since().isPresent());
        assertEquals(
                resting.settled(), Capsule.open(folder.resolve("rest")).result().settled());
    }

    @Test
    void observablesAreNumbers() throws Exception {
        Path file = folder.resolve("out/observables.csv");
        assertEquals(11, Capsule.open(folder.resolve("out")).observables().steps().length);
        Files.writeString(file, "step,smallest_margin\n0,inf\n5,\n10,0.5\n");
        ObservableTable table = Capsule.open(folder.resolve("out")).observables();
        assertEquals(List.of(0.0, 5.0, 10.0), numbers(table.steps()));
        assertEquals("smallest_margin", table.columns().getFirst().name());
        assertEquals(
                List.of(Double.POSITIVE_INFINITY, Double.NaN, 0.5),
                numbers(table.columns().getFirst().values()));
    }

    private static List<Double> numbers(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    @Test
    void damagedTablesAreRefusedWithTheirLine() throws Exception {
        assertTableRefused("", ":1: is no heading");
        assertTableRefused("time,width\n", ":1: is no heading");
        assertTableRefused("step,width\n0\n", ":2: has 1 cells; expected 2");
        assertTableRefused("step,width\n0,1\n1,x\n", ":3: has the cell \"x\"; expected a number");
    }

    private void assertTableRefused(String table, String expected) throws Exception {
        Path file = Files.writeString(folder.resolve("out/observables.csv"), table);
        Capsule capsule = Capsule.open(folder.resolve("out"));
        String message = assertThrows(DataException.class, capsule::observables).getMessage();
        assertTrue(message.startsWith(file + expected), message);
    }

    @Test
    void aDocumentThatIsNoRunIsRefused() throws Exception {
        Path file = folder.resolve("out/run.json");
        JsonObject document = RunDocument.read(file);
        document.getAsJsonObject("result").addProperty("settled", "perhaps");
        RunDocument.write(file, document);
        String message = assertThrows(DataException.class, () -> Capsule.open(folder.resolve("out")))
                .getMessage();
        assertTrue(message.startsWith(file + ": is not the document of a run: 'settled' is 'perhaps'"), message);
        Files.delete(file);
        assertThrows(DataException.class, () -> Capsule.open(folder.resolve("out")));
    }
}
