package org.localmax.ui.run;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.data.DataException;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.Colouring;
import org.localmax.plots.Ink;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;
import org.localmax.plots.figures.Projection;
import org.localmax.ui.plots.Digits;

/**
 * A record of a run as the token view shows it.
 *
 * @param step which step it is
 * @param tokens its tokens
 * @param places where each token is drawn
 * @param panel the same with its layers
 * @param remarks what is left out, or not as it looks
 */
record ShownStep(long step, Tokens tokens, Points places, Panel panel, String remarks) {

    private static final double SIZE = 6;

    /**
     * What to show.
     *
     * @param record which record
     * @param scene of which layers
     * @param turned the dynamics by which strips are drawn, if not that of the run
     */
    record Wish(RunRecord run, int record, TokenScene.Prepared scene, Optional<Dynamics> turned) {

        /** Whether this takes no longer than a glance. */
        boolean isQuick() {
            return run.isSmall();
        }

        /** Reads the record; on any thread, by one wish at a time. */
        Result read() {
            try {
                Tokens tokens = run.tokens(record);
                Panel panel = CanvasPanel.of(scene.picture().panel(record, scene.range(), turned));
                ShownStep shown = new ShownStep(
                        run.step(record), tokens, places(tokens, scene.picture().projection()), panel, remarks());
                return new Result(Optional.of(shown), "");
            } catch (DataException | InvalidInputException e) {
                return new Result(Optional.empty(), e.getMessage());
            } catch (CancellationException _) {
                return new Result(Optional.empty(), "");
            }
        }

        /** With what is turned, where that is seen. */
        private String remarks() {
            boolean hasStrips = scene.request().layers().contains(TokenLayer.STRIPS)
                    && !scene.request().tokens().isEmpty();
            String strips = turned.filter(by -> hasStrips)
                    .flatMap(by -> Parameter.of(by.rule())
                            .map(parameter -> Texts.name(
                                    Texts.turnedStrips,
                                    parameter.symbol(),
                                    Digits.of(parameter.schedule(by.rule()).at(run.step(record))))))
                    .orElse("");
            return (scene.picture().remarks() + " " + strips).strip();
        }

        private static Points places(Tokens tokens, Projection projection) {
            return new Points(
                    "",
                    projection.x(tokens),
                    projection.y(tokens),
                    new Colouring.Uniform(Ink.FOREGROUND),
                    Symbol.CIRCLE,
                    SIZE);
        }
    }

    /**
     * What came of reading.
     *
     * @param shown the step, unless it cannot be read
     * @param failure why not; empty if nobody waits for it any more
     */
    record Result(Optional<ShownStep> shown, String failure) {}
}
