package org.localmax.ui.editor;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the experiment editor. */
final class Texts extends NLS {

    public static String across;
    public static String acrossHint;
    public static String add;
    public static String addAxis;
    public static String addElement;
    public static String addHint;
    public static String addRule;
    public static String arithmetic;
    public static String atMostRuns;
    public static String axes;
    public static String axisLine;
    public static String beginSweep;
    public static String changedOutside;
    public static String condition;
    public static String coordinatesColumn;
    public static String coordinatesHint;
    public static String copied;
    public static String copy;
    public static String copyHint;
    public static String deletedOutside;
    public static String description;
    public static String descriptionHint;
    public static String design;
    public static String dropRestored;
    public static String editRules;
    public static String editRun;
    public static String editSweep;
    public static String editTokens;
    public static String exact;
    public static String exactHint;
    public static String experiment;
    public static String finerCells;
    public static String finerCellsHint;
    public static String flowTolerance;
    public static String flowToleranceHint;
    public static String formulas;
    public static String formulasHint;
    public static String identity;
    public static String inThePlane;
    public static String interaction;
    public static String interactionHint;
    public static String keepMine;
    public static String keepRestored;
    public static String makeExplicit;
    public static String makeExplicitHint;
    public static String movement;
    public static String name;
    public static String nameHint;
    public static String noRuns;
    public static String noSchedule;
    public static String noSweep;
    public static String noSweepHint;
    public static String notAFormula;
    public static String observables;
    public static String observed;
    public static String onSphere;
    public static String onSphereHint;
    public static String openText;
    public static String outlineInteraction;
    public static String outlineTokens;
    public static String overview;
    public static String paste;
    public static String pasteEmpty;
    public static String pasteHint;
    public static String pasteNone;
    public static String pasteNumber;
    public static String pasteWidth;
    public static String pasted;
    public static String planeEmpty;
    public static String planeGenerated;
    public static String planeHint;
    public static String planeMany;
    public static String points;
    public static String pointsAndSeeds;
    public static String proposalAny;
    public static String proposalConstant;
    public static String proposalFunction;
    public static String proposalLine;
    public static String proposalStep;
    public static String proposalUnary;
    public static String proposalVariable;
    public static String readAgain;
    public static String record;
    public static String recordHint;
    public static String refine;
    public static String refineAbove;
    public static String refinements;
    public static String remove;
    public static String removeAxis;
    public static String removeElement;
    public static String removeHint;
    public static String removeRule;
    public static String removeSweep;
    public static String removeSweepHint;
    public static String replicates;
    public static String restore;
    public static String restored;
    public static String ruleLine;
    public static String rules;
    public static String run;
    public static String runs;
    public static String runsOfSweep;
    public static String sameSeeds;
    public static String schedule;
    public static String secondsPerRun;
    public static String seed;
    public static String settleTolerance;
    public static String settleToleranceHint;
    public static String sphere;
    public static String stepSize;
    public static String steps;
    public static String stepsAndDecisions;
    public static String stepsHint;
    public static String sweep;
    public static String tieTolerance;
    public static String tieToleranceHint;
    public static String tokenAdd;
    public static String tokenColumn;
    public static String tokenRemove;
    public static String tokens;
    public static String tokensAtStart;
    public static String tokensPage;
    public static String trajectories;
    public static String up;
    public static String upHint;
    public static String valueMatrix;
    public static String valueMatrixHint;
    public static String valueMatrixMessage;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
