package org.localmax.plots;

/** A line of a legend: what marks that look like the sample mean. */
public record LegendEntry(String label, Sample sample) {}
