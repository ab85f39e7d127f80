package org.localmax.ui.wizards;

import org.eclipse.osgi.util.NLS;

/** What a person reads of wizards. */
final class Texts extends NLS {

    public static String allFiles;
    public static String browse;
    public static String count;
    public static String dimension;
    public static String experimentName;
    public static String experimentPage;
    public static String experimentPageHint;
    public static String file;
    public static String fileHint;
    public static String foundOne;
    public static String foundTokens;
    public static String importFormats;
    public static String importPage;
    public static String importPageHint;
    public static String importTokens;
    public static String makeExperiment;
    public static String nameIsNoFile;
    public static String nameProblem;
    public static String nameTaken;
    public static String newExperiment;
    public static String newProject;
    public static String noSteps;
    public static String notTokens;
    public static String project;
    public static String projectPage;
    public static String projectPageHint;
    public static String projectProblem;
    public static String reading;
    public static String rule;
    public static String ruleEntmax;
    public static String ruleFormula;
    public static String ruleFrankWolfe;
    public static String ruleHardmax;
    public static String ruleHegselmannKrause;
    public static String ruleLocalmax;
    public static String ruleSampledSoftmax;
    public static String ruleSecondMellowmax;
    public static String ruleSelfAdjustedSoftmax;
    public static String ruleSoftmax;
    public static String ruleSparsemax;
    public static String ruleTopK;
    public static String sampleCoordinate;
    public static String sampleHint;
    public static String sampleNumber;
    public static String step;
    public static String steps;
    public static String tokenFiles;
    public static String tokens;
    public static String tokensGaussian;
    public static String tokensGiven;
    public static String tokensInBall;
    public static String tokensInBox;
    public static String tokensInPolygon;
    public static String tokensOnSphere;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
