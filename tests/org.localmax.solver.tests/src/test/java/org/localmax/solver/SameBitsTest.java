package org.localmax.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/**
 * Steps have the same bits on any number of threads, compiled or interpreted, in this process or one that has never
 * stepped before, with the vector module or without it.
 */
class SameBitsTest {

    private static final int TOKENS = 901;
    private static List<String> expected;

    /** In a process of its own: prints the bits, on one thread. */
    public static void main(String[] arguments) {
        bits(SolverOptions.of(1)).forEach(System.out::println);
    }

    @BeforeAll
    static void stepUntilCompiled() {
        for (int round = 0; round < 3; round++) {
            expected = bits(SolverOptions.of(2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8})
    void onAnyNumberOfThreads(int threads) {
        assertEquals(expected, bits(SolverOptions.of(threads)));
    }

    @Test
    void withoutVectorInstructions() {
        assertEquals(expected, bits(SolverOptions.of(2).withoutVectors()));
    }

    @Test
    void inAFreshProcess() throws IOException, InterruptedException {
        assertEquals(expected, bitsOfProcess("--add-modules=jdk.incubator.vector"));
    }

    @Test
    void interpretedWithoutTheVectorModule() throws IOException, InterruptedException {
        assertEquals(expected, bitsOfProcess("-Xint"));
    }

    /** Four lanes, where this process may use eight. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void onVectorsOfFourLanes() throws IOException, InterruptedException {
        assertEquals(expected, bitsOfProcess("--add-modules=jdk.incubator.vector", "-XX:UseAVX=2"));
    }

    private static List<String> bitsOfProcess(String... options) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SameBitsTest.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return output.lines().toList();
    }

    /** A line for the step of each rule, dimension and algorithm. */
    private static List<String> bits(SolverOptions options) {
        List<String> bits = new ArrayList<>();
        List<AttentionRule> rules = new ArrayList<>(RandomCases.rules());
        rules.add(new Localmax(Schedule.constant(2.5), Scale.NORMALIZED));
        rules.add(new Softmax(Schedule.constant(3), 1e-12));
        rules.add(new Softmax(Schedule.constant(40), 0)); // exponents too large for one origin
        for (int d : new int[] {2, 3, 19}) {
            Tokens tokens = new RandomCases(60 + d).gaussian(TOKENS, d);
            for (AttentionRule rule : rules) {
                Dynamics dynamics = new Dynamics(rule, Interaction.identity(d), StepSize.alpha(0.5), TiePolicy.DEFAULT);
                for (Algorithm algorithm : Algorithm.values()) {
                    if (algorithm != Algorithm.DEFINITION && algorithm.canStep(dynamics)) {
                        Step step = Agreement.step(dynamics, State.initial(tokens), options.with(algorithm));
                        bits.add(rule + " " + d + " " + algorithm + " " + hash(step));
                    }
                }
            }
        }
        return bits;
    }

    private static String hash(Step step) {
        return Arrays.hashCode(step.after().tokens().rows())
                + " "
                + Arrays.hashCode(step.counts())
                + " "
                + step.fingerprint()
                + " "
                + Double.doubleToLongBits(step.smallestMargin())
                + " "
                + Double.doubleToLongBits(step.after().error());
    }
}
