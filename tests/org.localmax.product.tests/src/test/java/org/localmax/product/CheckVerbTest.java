package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
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
            assertEquals("holds", monitor.get("verdict").getAsString(), monitor.toString());
        }
        Ended text = product.run(
                "check", Product.GALLERY.resolve("hardmax-leaders.localmax").toString());
        assertTrue(text.out().contains("H1   holds           The convex hull of the tokens never grows"), text.out());
        assertTrue(text.out().contains("K has "), text.out());
    }

    /** A token that ties between two corners of a square: without a tolerance rounding decides, another way in each frame. */
    @Test
    void aLimitThatDependsOnTheFrameIsFound() throws IOException {
        for (boolean isTolerant : new boolean[] {true, false}) {
            String name = isTolerant ? "tolerant" : "strict";
            Files.writeString(product.folder().resolve(name + ".localmax"), """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment" formatVersion="1" name="square" steps="80" gamma="1/2" tieTolerance="%s">
                      <tokens xsi:type="localmax:TokenList">
                        <tokens at="1 1"/>
                        <tokens at="1 -1"/>
                        <tokens at="-1 1"/>
                        <tokens at="-1 -1"/>
                        <tokens at="1/2 0"/>
                      </tokens>
                      <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                    </localmax:Experiment>
                    """.formatted(isTolerant ? "1e-12" : "0"));
            Ended check = product.run("check", name + ".localmax", "--frames", "10");
            assertEquals(isTolerant ? 0 : 6, check.exitCode(), check.toString());
            String told = isTolerant
                    ? "frames: the limit is the same in 10 rotated and renumbered frames"
                    : "rotated and renumbered frames, first in frame 1: 4 clusters, not 5";
            assertTrue(check.out().contains(told), check.out());
        }
        Ended json = product.run("check", "strict.localmax", "--frames", "3", "--json");
        JsonObject frames = JsonParser.parseString(json.out())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("frames");
        assertEquals(3, frames.get("count").getAsInt());
        assertTrue(frames.get("changed").getAsInt() > 0, frames.toString());
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
}
