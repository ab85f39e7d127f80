package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureFormatTest {

    /** To be looked at. */
    static final Path LEFT = Path.of("target", "figures");

    @ParameterizedTest
    @EnumSource
    void aFormatIsNamedAsItsFilesEnd(FigureFormat format) {
        assertEquals(Optional.of(format), FigureFormat.named(format.extension()));
    }

    @Test
    void otherNamesAreNoFormat() {
        assertEquals(Optional.empty(), FigureFormat.named("PDF"));
        assertEquals(Optional.empty(), FigureFormat.named("eps"));
    }

    @ParameterizedTest
    @EnumSource
    void theSameDrawingGivesTheSameBytes(FigureFormat format) throws IOException {
        List<FigureFile> once = format.write(Specimen.PAGE, new Specimen(), "specimen");
        List<FigureFile> again = format.write(Specimen.PAGE, new Specimen(), "specimen");
        assertEquals(once.size(), again.size());
        Files.createDirectories(LEFT);
        for (int i = 0; i < once.size(); i++) {
            assertEquals(once.get(i).name(), again.get(i).name());
            assertArrayEquals(once.get(i).content(), again.get(i).content());
            Files.write(LEFT.resolve(once.get(i).name()), once.get(i).content());
        }
        assertEquals("specimen." + format.extension(), once.getFirst().name());
    }
}
