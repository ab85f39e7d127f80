package org.localmax.benchmarks;

/** A part of the results: a table with its title. */
interface Section {

    String title();

    /** What must be known to read the table. */
    String explanation();

    /**
     * Measures.
     *
     * @param selection which rows; rows that it leaves out are not measured
     */
    MarkdownTable measure(Selection selection);
}
