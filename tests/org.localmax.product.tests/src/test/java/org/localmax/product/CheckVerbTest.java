package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.localmax.product.Product.Ended;

/** The statements of the theory, watched from the command line. */
@Execution(ExecutionMode.CONCURRENT)
class CheckVerbTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() {
        product = new Product(parent);
    }

    @Test
    void theTheoryHoldsAlongAnExample() {
        Ended check = product.run(
                "check", Product.GALLERY.resolve("hardmax-leaders.localmax").toString(), "--json");
        assertEquals(0, check.exitCode(), check.toString());
        JsonArray reports = JsonParser.parseString(check.out()).getAsJsonArray();
        assertEquals(1, reports.size());
        JsonArray monitors = reports.get(0).getAsJsonObject().getAsJsonArray("monitors");
        assertTrue(monitors.size() >= 5, check.out());
        for (var each : monitors) {
            JsonObject monitor = each.getAsJsonObject();
            String verdict = monitor.get("verdict").getAsString();
            assertTrue(!verdict.equals("violated") && !verdict.equals("undecided"), monitor.toString());
            boolean isOfHardmax = monitor.get("statement").getAsString().matches("H.*|E1|E2|F2");
            assertTrue(!isOfHardmax || verdict.equals("holds"), monitor.toString());
        }
        Ended text = product.run(
                "check", Product.GALLERY.resolve("hardmax-leaders.localmax").toString());
        assertTrue(text.out().contains("H1   holds           The convex hull of the tokens never grows"), text.out());
        assertTrue(text.out().contains("K has "), text.out());
    }

    /** Weights below 0 throw a token out of the hull: the monitor says when, and by how much. */
    @Test
    void aViolationEndsWithItsStepAndItsSize() throws IOException {
        Files.writeString(product.folder().resolve("out-of-hull.localmax"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment" formatVersion="1" name="out-of-hull" steps="3" gamma="1/2">
                  <tokens xsi:type="localmax:TokenList">
                    <tokens at="1"/>
                    <tokens at="0"/>
                    <tokens at="1/2"/>
                  </tokens>
                  <rules xsi:type="localmax:FormulaRule" name="repelled" weight="if(t==2, if(j==0, 3, if(j==1, -1, 0)), i==j)"/>
                </localmax:Experiment>
                """);
        Ended check = product.run("check", "out-of-hull.localmax");
        assertEquals(6, check.exitCode(), check.toString());
        assertTrue(check.out().contains("H1   violated"), check.out());
        assertTrue(
                check.out().contains("a token left the hull of the tokens before it at t = 2, tokens [0]"),
                check.out());
    }

    /** The bound of theorem 3.1 fails, and Python proves it from the files alone. */
    @Test
    void aCounterexampleIsWrittenWithItsProof() throws IOException, InterruptedException {
        Ended check = product.run(
                "check",
                Product.GALLERY.resolve("frank-wolfe-without-origin.localmax").toString(),
                "--counterexamples",
                "found");
        assertEquals(6, check.exitCode(), check.toString());
        assertTrue(check.err().contains("fails over the fractions at t = 575 for token 0."), check.err());
        Path found = product.folder().resolve("found/frank-wolfe-without-origin/frank-wolfe/F1");
        Process python = new ProcessBuilder("python3", found.resolve("check.py").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, python.waitFor(), said);
        assertTrue(said.startsWith("J(x_0(576)) = 191794801/3451807872 > 1/18"), said);
        Ended again =
                product.run("check", found.resolve("counterexample.localmax").toString());
        assertEquals(6, again.exitCode(), again.toString());
    }
}
