package org.localmax.layers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The bundles of the product and what each may use: the architecture's list, lowest first. */
enum Bundle {
    DYNAMICS("org.localmax.dynamics", List.of(), List.of()),
    GEOMETRY("org.localmax.geometry", List.of(DYNAMICS), List.of("org.locationtech.jts")),
    SOLVER("org.localmax.solver", List.of(GEOMETRY), List.of("jdk.incubator.vector")),
    FLOW("org.localmax.flow", List.of(SOLVER), List.of("org.hipparchus")),
    ANALYSIS("org.localmax.analysis", List.of(SOLVER), List.of()),
    COMPARISON("org.localmax.comparison", List.of(ANALYSIS), List.of()),
    DATA("org.localmax.data", List.of(DYNAMICS), List.of("org.apache.commons.csv", "com.google.gson")),
    PLOTS(
            "org.localmax.plots",
            List.of(ANALYSIS, DATA),
            List.of(
                    "org.jfree",
                    "org.apache.batik",
                    "org.apache.pdfbox",
                    "org.apache.fontbox",
                    "javax.imageio",
                    "javax.xml",
                    "org.w3c.dom")),
    MODEL("org.localmax.model", List.of(), List.of("org.eclipse.emf", "org.eclipse.core.runtime")),
    EXPERIMENTS(
            "org.localmax.experiments",
            List.of(COMPARISON, FLOW, DATA, PLOTS, MODEL),
            List.of(
                    "com.google.gson",
                    "com.ezylang.evalex",
                    "org.hipparchus",
                    "org.eclipse.emf",
                    "org.osgi.framework")),
    BATCH(
            "org.localmax.batch",
            List.of(EXPERIMENTS),
            List.of(
                    "picocli",
                    "com.google.gson",
                    "org.eclipse.core.runtime",
                    "org.eclipse.equinox.app",
                    "org.osgi.framework")),
    LAUNCHER("org.localmax.launcher", List.of(), List.of("org.eclipse.equinox.launcher")),
    UI_PLOTS(
            "org.localmax.ui.plots",
            List.of(PLOTS),
            List.of("org.eclipse.swt", "org.eclipse.swtchart", "org.eclipse.osgi.util")),
    UI("org.localmax.ui", List.of(EXPERIMENTS, UI_PLOTS), List.of("org.eclipse", "org.osgi", "com.google.gson"));

    private final String id;
    private final List<Bundle> below;
    private final List<String> libraries;

    Bundle(String id, List<Bundle> below, List<String> libraries) {
        this.id = id;
        this.below = below;
        this.libraries = libraries;
    }

    /** Its symbolic name, the root of its packages, and the name of its folder. */
    String id() {
        return id;
    }

    /** Roots of the packages that its classes may depend on: its own, those of all bundles below, its libraries, the JDK. */
    Set<String> allowed() {
        Set<String> allowed = new TreeSet<>(libraries);
        allowed.add("java");
        reachable().forEach(bundle -> allowed.add(bundle.id));
        return allowed;
    }

    private Stream<Bundle> reachable() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(Bundle::reachable));
    }
}
