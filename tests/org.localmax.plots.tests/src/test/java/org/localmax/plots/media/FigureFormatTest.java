package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureFormatTest {

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
}
