package org.localmax.ui.run;

import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.figures.TokenColours;

/** What is drawn with tokens, in the words of whoever reads. */
final class LayerWords {

    private LayerWords() {}

    static String of(TokenLayer layer) {
        return switch (layer) {
            case CELLS -> Texts.layerCells;
            case HULL -> Texts.layerHull;
            case LIMIT_HULL -> Texts.layerLimitHull;
            case STRIPS -> Texts.layerStrips;
            case BALLS -> Texts.layerBalls;
            case TRAILS -> Texts.layerTrails;
            case VERTICES -> Texts.layerVertices;
            case ALIGNED -> Texts.layerAligned;
            case OUTSIDE -> Texts.layerOutside;
            case LEADERS -> Texts.layerLeaders;
            case AMBIGUOUS -> Texts.layerAmbiguous;
        };
    }

    static String of(TokenColours colours) {
        return switch (colours) {
            case NONE -> Texts.coloursNone;
            case ATTRACTOR -> Texts.coloursAttractor;
            case SETS -> Texts.coloursSets;
            case NEIGHBOURS -> Texts.coloursNeighbours;
        };
    }
}
