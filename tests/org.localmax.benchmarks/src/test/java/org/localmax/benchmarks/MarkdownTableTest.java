package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void rowsComeBelowTheHeadings() {
        MarkdownTable table = new MarkdownTable("step", "ms");
        assertTrue(table.isEmpty());
        table.add("hardmax", "10");
        assertFalse(table.isEmpty());
        assertEquals("| step | ms |\n|---|---|\n| hardmax | 10 |\n", table.toString());
    }

    @Test
    void aBarInACellIsNoBorder() {
        MarkdownTable table = new MarkdownTable("|x|");
        assertEquals("| \\|x\\| |\n|---|\n", table.toString());
    }

    @Test
    void aRowHasACellForEachHeading() {
        MarkdownTable table = new MarkdownTable("step", "ms");
        assertThrows(IllegalArgumentException.class, () -> table.add("hardmax"));
    }
}
