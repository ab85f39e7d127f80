package org.localmax.ui.run;

import org.eclipse.osgi.util.NLS;

/** What a person reads of runs and other results. */
final class Texts extends NLS {

    public static String ambiguities;
    public static String ambiguousDecisions;
    public static String analysing;
    public static String atStep;
    public static String atStepHint;
    public static String clusters;
    public static String coloured;
    public static String colours;
    public static String coloursAttractor;
    public static String coloursHint;
    public static String coloursNeighbours;
    public static String coloursNone;
    public static String coloursSets;
    public static String consequentialDecisions;
    public static String contentFigure;
    public static String contentObservable;
    public static String contentTokens;
    public static String countedClusters;
    public static String export;
    public static String exportFailed;
    public static String exportFigure;
    public static String exportFigureButton;
    public static String exportFigureHint;
    public static String exportFormat;
    public static String exportGround;
    public static String exportHeading;
    public static String exporting;
    public static String exportIsThere;
    public static String exportMessage;
    public static String exportName;
    public static String exportNoName;
    public static String exportNotANumber;
    public static String exportNumberResolution;
    public static String exportNumberWidth;
    public static String exportResolution;
    public static String exportShown;
    public static String exportTitle;
    public static String exportWidth;
    public static String figure;
    public static String figureHint;
    public static String firstStep;
    public static String fitHint;
    public static String hashHint;
    public static String hullArea;
    public static String hullWidth;
    public static String identity;
    public static String kindAttention;
    public static String kindDecay;
    public static String kindDistances;
    public static String kindGaps;
    public static String kindLyapunov;
    public static String kindNeighbours;
    public static String kindObservables;
    public static String kindSurvival;
    public static String kindTokens;
    public static String largestNorm;
    public static String lastStep;
    public static String layerAligned;
    public static String layerAmbiguous;
    public static String layerBalls;
    public static String layerCells;
    public static String layerHull;
    public static String layerLeaders;
    public static String layerLimitHull;
    public static String layerOutside;
    public static String layers;
    public static String layersHint;
    public static String layerStrips;
    public static String layerTrails;
    public static String layerVertices;
    public static String legend;
    public static String makingFigure;
    public static String manyAmbiguous;
    public static String meanNeighbours;
    public static String metastable;
    public static String noExperiment;
    public static String noFigure;
    public static String notSettled;
    public static String numberedToken;
    public static String offerComparison;
    public static String offerMarginals;
    public static String offerOverTime;
    public static String offerPhase;
    public static String offerSurvivalBy;
    public static String offerSurvivalOfRules;
    public static String offerSurvivalOfRuns;
    public static String oneAmbiguous;
    public static String oneCluster;
    public static String otherProjection;
    public static String outOfMemory;
    public static String pause;
    public static String planning;
    public static String play;
    public static String principalAxes;
    public static String progress;
    public static String projectionQuestion;
    public static String projectionTitle;
    public static String reading;
    public static String readingRun;
    public static String readingStep;
    public static String recordedStep;
    public static String residual;
    public static String resultFailed;
    public static String resultOutside;
    public static String resultsFailed;
    public static String runBroke;
    public static String runFailed;
    public static String running;
    public static String runOutside;
    public static String runRefused;
    public static String runTitle;
    public static String settled;
    public static String settlingTimes;
    public static String smallestMargin;
    public static String someRecorded;
    public static String space;
    public static String spaceHint;
    public static String spaceOfAxes;
    public static String step;
    public static String stepBack;
    public static String stepForward;
    public static String stepOf;
    public static String steps;
    public static String tabFigures;
    public static String tabFiguresHint;
    public static String tabSteps;
    public static String tabStepsHint;
    public static String themeDark;
    public static String themeLight;
    public static String threeDimensions;
    public static String token;
    public static String tokensOfStep;
    public static String tolerance;
    public static String tooManyTokens;
    public static String turnedStrips;
    public static String views;
    public static String viewsHint;
    public static String wholePlane;
    public static String withKey;
    public static String withMatrix;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
