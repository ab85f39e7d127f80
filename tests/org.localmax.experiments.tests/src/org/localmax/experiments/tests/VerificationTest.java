package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Verification;

/** A run.json that was written anew, checksum and all, is believed in nothing that running again can find out. */
class VerificationTest {

    @TempDir
    Path folder;

    private JsonObject document;

    @BeforeEach
    void run() throws Exception {
        Runner.run(
                Planner.plan(Experiments.hardmax("1 1", "-1 0.5", "0.2 0"), folder)
                        .getFirst(),
                folder.resolve("out"),
                new RunOptions(1, false),
                RunListener.NONE);
        document = RunDocument.read(folder.resolve("out/run.json"));
    }

    private List<String> differences(Consumer<JsonObject> change) throws DataException {
        JsonObject changed = document.deepCopy();
        change.accept(changed);
        RunDocument.write(folder.resolve("out/run.json"), changed);
        return Verification.differences(folder.resolve("out"), 1, RunListener.NONE);
    }

    private void assertDiffers(String expected, Consumer<JsonObject> change) throws DataException {
        List<String> differences = differences(change);
        assertEquals(1, differences.size(), differences.toString());
        assertTrue(differences.getFirst().startsWith(folder.resolve("out/run.json") + ": "), differences.toString());
        assertTrue(differences.getFirst().contains(expected), differences.toString());
    }

    private void assertRefused(String expected, Consumer<JsonObject> change) {
        String message =
                assertThrows(DataException.class, () -> differences(change)).getMessage();
        assertTrue(message.startsWith(folder.resolve("out/run.json") + ": "), message);
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("expected"), message);
    }

    private static JsonObject plan(JsonObject run) {
        return run.getAsJsonObject("plan");
    }

    private static JsonObject result(JsonObject run) {
        return run.getAsJsonObject("result");
    }

    @Test
    void aDocumentWrittenAgainAsItWasIsVerified() throws Exception {
        assertEquals(List.of(), differences(run -> {}));
    }

    @Test
    void aResultThatTheRunDoesNotGiveDiffers() throws Exception {
        assertDiffers("clusters = 77", run -> result(run).addProperty("clusters", 77));
        assertDiffers("hash = \"x\"", run -> result(run).addProperty("hash", "x"));
        assertDiffers(
                "\"consequential\":99",
                run -> result(run).getAsJsonObject("decisions").addProperty("consequential", 99));
        assertDiffers("there is no result", run -> run.remove("result"));
        assertDiffers("surprise = 1", run -> result(run).addProperty("surprise", 1));
    }

    @Test
    void aPlanThatContradictsTheTrajectoryDiffersAtOnce() throws Exception {
        assertDiffers("has 2000000000 steps; expected 10", run -> {
            plan(run).addProperty("steps", 2_000_000_000);
            plan(run).addProperty("record", "every:1");
        });
        assertDiffers("records 2 steps; expected 11", run -> plan(run).addProperty("record", "last"));
        assertDiffers("\"count\":4", run -> plan(run).getAsJsonObject("tokens").addProperty("count", 4));
    }

    @Test
    void whatIsNoDocumentOfARunIsBadInput() {
        assertRefused("there is no 'formatVersion'", run -> run.remove("formatVersion"));
        assertRefused("formatVersion 2; expected 1", run -> run.addProperty("formatVersion", 2));
        assertRefused("there is no 'files'", run -> run.remove("files"));
        assertRefused("'files' is []; expected an object", run -> run.add("files", new JsonArray()));
        assertRefused("there is no 'plan'", run -> run.remove("plan"));
        assertRefused(
                "'steps' is 5000000000; expected a whole number",
                run -> plan(run).addProperty("steps", 5_000_000_000L));
        assertRefused("number of steps is -5", run -> plan(run).addProperty("steps", -5));
        assertRefused("the rule 'softargmax' is not known", run -> plan(run).addProperty("attention", "softargmax"));
        assertRefused("'interaction' is \"swap\"", run -> plan(run).addProperty("interaction", "swap"));
        assertRefused("the step size is 'beta'", run -> plan(run).addProperty("stepSize", "beta"));
        assertRefused("there is no 'flowTolerance'", run -> plan(run).addProperty("stepSize", "time=1"));
        assertRefused("'movement' is 1; expected an object", run -> plan(run).addProperty("movement", 1));
        assertRefused("'onSphere' is 1; expected true or false", run -> {
            JsonObject movement = new JsonObject();
            movement.addProperty("onSphere", 1);
            plan(run).add("movement", movement);
        });
        assertRefused("settle tolerance is 7.0", run -> plan(run).addProperty("settleTolerance", 7));
        assertRefused("'HEIGHT'", run -> {
            plan(run).add("observables", new JsonArray());
            plan(run).getAsJsonArray("observables").add("HEIGHT");
        });
    }
}
