package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunPlan;
import org.localmax.model.Experiment;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.Sense;

/** The table of a counterexample as LaTeX sets it. */
class TrajectoryTableTest {

    @TempDir
    Path folder;

    /** Descending tokens, which violate F1, and under which norms fall. */
    private static Experiment descending(String rule, String... points) {
        Experiment experiment = Experiments.hardmax(points);
        experiment.setAlpha(null);
        experiment.setGamma("2/(t+2)");
        experiment.setSteps(580);
        experiment.setExact(true);
        FrankWolfeRule down = Experiments.FACTORY.createFrankWolfeRule();
        down.setName(rule);
        down.setSense(Sense.MIN);
        experiment.getRules().set(0, down);
        return experiment;
    }

    private Optional<Long> write(Experiment experiment, Statement statement) throws Exception {
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        OptionalLong last = OptionalLong.of(plan.steps() - 1);
        Finding finding = new Finding(statement, Verdict.VIOLATED, last, 1, 0, new int[] {0}, "by hand");
        return Counterexample.write(plan, finding, folder.resolve("out"), CancellationCheck.NONE)
                .step();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    /** The text of the page, line by line. */
    private List<String> page() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("page.tex"),
                "\\documentclass{article}\n\\begin{document}\n\\input{out/trajectory.tex}\n\\end{document}\n");
        run("pdflatex", "-halt-on-error", "-interaction=nonstopmode", "page.tex");
        String log = Files.readString(folder.resolve("page.log"), StandardCharsets.ISO_8859_1);
        assertFalse(log.contains("Overfull"), log);
        assertFalse(log.contains("Missing character"), log);
        return run("pdftotext", "-layout", "page.pdf", "-").lines().toList();
    }

    private static void assertShows(List<String> page, String line) {
        assertTrue(page.stream().anyMatch(shown -> shown.matches(line)), line + " in " + String.join("\n", page));
    }

    /** x_0(576) = 1/3 + 8/(576 577) = 13849/41544, and J of it is greater than 1/18 = 0.0555...; numerators are in lines above. */
    @Test
    void theViolationIsOnThePage() throws Exception {
        assertEquals(Optional.of(575L), write(descending("down", "3", "-1"), Statement.DECAY));
        List<String> page = page();
        assertShows(page, " *0 +3 +.1 +2");
        assertShows(page, " *256 +24672 +3 +0\\.0555960947252 +8");
        assertShows(page, " *576 +41544 +3 +0\\.0555635794668 +18");
        assertShows(page, ".*F1 \\(Energies under the descending oracle.*");
    }

    /** Six numbers and a norm of many digits fit a line, and names show as they are. */
    @Test
    void wideTablesFitAndNamesShow() throws Exception {
        // names are those of folders, which know as many letters as the locale does
        boolean knowsGreek = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode("\u03b4");
        String letters = knowsGreek ? " \u03b4 caf\u00e9" : "";
        Experiment experiment = descending("50% a_b & {c} #1 $ ~ ^2" + letters, "3.1 1/7", "-1 1/3", "1/13 2/3");
        assertTrue(write(experiment, Statement.NORMS).isPresent());
        assertShows(page(), ".*50% a ?b & \\{c\\} #1 \\$ . .2" + (knowsGreek ? " \u03b4 caf.*" : ".*"));
    }
}
