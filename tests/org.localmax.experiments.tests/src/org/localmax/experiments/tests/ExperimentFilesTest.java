package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;

/** Experiment files are read back as they were written, and damaged ones are refused with file and line. */
class ExperimentFilesTest {

    @TempDir
    Path folder;

    private static String valid() throws IOException {
        Experiment experiment = Experiments.hardmax("1 1/3", "-1/12 1/12", "-1 -1");
        Experiments.addLocalmax(experiment, "strip", "1.5/(1+t)");
        Experiments.addOperators(experiment);
        experiment.setExact(true);
        return new String(ExperimentFiles.toBytes(experiment), StandardCharsets.UTF_8);
    }

    private static String refusal(String document) {
        return assertThrows(ExperimentFormatException.class, () -> Experiments.parse(document))
                .getMessage();
    }

    @Test
    void anExperimentComesBackAsItWas() throws Exception {
        Experiment read = Experiments.parse(valid());
        assertEquals(valid(), new String(ExperimentFiles.toBytes(read), StandardCharsets.UTF_8));
        assertTrue(EcoreUtil.equals(read, Experiments.parse(valid())));
        assertEquals(1, read.getFormatVersion());
    }

    @Test
    void aFileThatKnowsNothingOfExactnessIsNotExact() throws Exception {
        assertTrue(Experiments.parse(valid()).isExact());
        assertFalse(Experiments.parse(valid().replace(" exact=\"true\"", "")).isExact());
    }

    @Test
    void theDocumentIsReadable() throws Exception {
        assertTrue(valid().contains("<tokens at=\"1 1/3\"/>"), valid());
        assertTrue(valid().contains("formatVersion=\"1\""), valid());
        assertTrue(valid().contains("name=\"strip\" delta=\"1.5/(1+t)\""), valid());
        assertFalse(valid().contains("xmi:id"), valid());
    }

    @Test
    void externalEntitiesAreNeverRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret content");
        String document = valid().replace("?>", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>")
                .replace("name=\"test\"", "name=\"test\" description=\"&e;\"");
        String message = refusal(document);
        assertTrue(message.startsWith("test.localmax:2: "), message);
        assertTrue(message.contains("DOCTYPE") && !message.contains("secret content"), message);
    }

    @Test
    void damageIsNamedWithItsLine() throws Exception {
        String cut = valid().substring(0, valid().length() / 2);
        assertTrue(refusal(cut).matches("(?s)test.localmax:\\d+: .*; expected an experiment.*"), refusal(cut));
        String unknown = valid().replace("steps=", "stepz=");
        assertTrue(refusal(unknown).contains("stepz"), refusal(unknown));
        String wrongKind = valid().replace("localmax:HardmaxRule", "localmax:Hardmix");
        assertTrue(refusal(wrongKind).contains("Hardmix"), refusal(wrongKind));
        String wrongValue = valid().replace("steps=\"10\"", "steps=\"ten\"");
        assertTrue(refusal(wrongValue).contains("ten"), refusal(wrongValue));
    }

    @Test
    void lineAndFaultAreToldApart() throws Exception {
        String wrong = valid().replaceFirst("formatVersion", "\nformatVersjon");
        ExperimentFormatException damaged =
                assertThrows(ExperimentFormatException.class, () -> Experiments.parse(wrong));
        assertTrue(damaged.line().getAsInt() > 1, damaged.getMessage());
        assertEquals("test.localmax:" + damaged.line().getAsInt() + ": " + damaged.fault(), damaged.getMessage());
        ExperimentFormatException empty = assertThrows(ExperimentFormatException.class, () -> Experiments.parse(""));
        assertTrue(empty.line().isEmpty());
        assertEquals("is empty; expected an experiment (XML)", empty.fault());
    }

    @Test
    void otherContentIsRefused() {
        assertTrue(refusal("").contains("is empty"));
        assertTrue(refusal("tokens,1,2").startsWith("test.localmax:1: "), refusal("tokens,1,2"));
        assertTrue(refusal("<a/>").contains("expected an experiment"), refusal("<a/>"));
    }

    @Test
    void otherVersionsAreRefused() throws Exception {
        String newer = valid().replace("formatVersion=\"1\"", "formatVersion=\"2\"");
        assertTrue(refusal(newer).contains("written by a newer version of Localmax"), refusal(newer));
        String none = valid().replace("formatVersion=\"1\"", "");
        assertTrue(refusal(none).contains("formatVersion 0; expected 1"), refusal(none));
    }

    @Test
    void missingFilesAndFoldersAreRefused() {
        assertTrue(assertThrows(
                        ExperimentFormatException.class, () -> ExperimentFiles.load(folder.resolve("none.localmax")))
                .getMessage()
                .contains("there is no such file"));
        assertTrue(assertThrows(ExperimentFormatException.class, () -> ExperimentFiles.load(folder))
                .getMessage()
                .contains("is a directory"));
    }
}
