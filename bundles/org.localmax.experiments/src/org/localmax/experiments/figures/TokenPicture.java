package org.localmax.experiments.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localmax.analysis.Settled;
import org.localmax.analysis.frankwolfe.Oracle;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.analysis.limits.Leaders;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.MaximalAlignment;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.figures.CellAreas;
import org.localmax.plots.figures.HullOutline;
import org.localmax.plots.figures.LimitColours;
import org.localmax.plots.figures.LimitSymbols;
import org.localmax.plots.figures.NormBall;
import org.localmax.plots.figures.Projection;
import org.localmax.plots.figures.StripBand;
import org.localmax.plots.figures.TokenColours;
import org.localmax.plots.figures.TokenPanel;
import org.localmax.plots.figures.TokenSymbols;
import org.localmax.plots.figures.TokenTrails;

/**
 * The tokens of one run at one step, with the layers that were asked for; what cannot be drawn is said in remarks. One thread at a time may
 * use it; what is found out of the run as a whole is kept for the next step.
 */
public final class TokenPicture {

    private final RecordedRun run;
    private final FigureRequest request;
    private final Projection projection;
    private final Hindsight hindsight;
    private final RunOptions options;
    private final RunListener listener;
    private final CancellationCheck wanted;
    private final List<String> remarks = new ArrayList<>();
    private List<Mark> cells = List.of();
    private Optional<Optional<MaximalAlignment>> alignment = Optional.empty();

    /**
     * A picture of no step yet.
     *
     * @param request layers, colours and plane; its step does not count
     * @throws InvalidInputException if the run is not seen in that plane
     */
    public TokenPicture(RecordedRun run, FigureRequest request, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        this.run = run;
        this.request = request;
        this.options = options;
        this.listener = listener;
        wanted = CancellationCheck.of(listener::isCancelled);
        hindsight = new Hindsight(run, options, listener);
        try {
            projection = request.plane().projection(run.tokens(0), wanted);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(run.capsule().folder() + ": " + e.getMessage());
        }
    }

    /** A picture with all that another has found out, seen otherwise. */
    private TokenPicture(TokenPicture other, Projection projection) {
        run = other.run;
        request = other.request;
        options = other.options;
        listener = other.listener;
        wanted = other.wanted;
        hindsight = other.hindsight;
        alignment = other.alignment;
        this.projection = projection;
    }

    /**
     * The same of a space from elsewhere, with all that was found out of the run so far; at once.
     *
     * @throws IllegalStateException but in space
     */
    public TokenPicture turned(ShownPlane.Space camera) {
        return new TokenPicture(this, projection.turned(camera.turn(), camera.rise()));
    }

    /**
     * Finds out what the layers need of the run as a whole, so that the panels of its steps take no time.
     *
     * @throws InvalidInputException if one of them cannot be drawn of this run
     */
    public void prepare() throws DataException, InvalidInputException {
        if (request.layers().stream().anyMatch(TokenLayer::needsLimits) || needsLimits(request.colours())) {
            limits();
        }
        if (has(TokenLayer.ALIGNED)) {
            alignment();
        }
        if (has(TokenLayer.BALLS) && projection.kind() == Projection.Kind.PLANE) {
            hindsight.report();
        }
        if (has(TokenLayer.CELLS)) {
            cells();
        }
    }

    private static boolean needsLimits(TokenColours colours) {
        return colours == TokenColours.ATTRACTOR || colours == TokenColours.SETS;
    }

    /** What the tokens take of the plane over all steps. */
    public ShownRange range() throws DataException {
        return ShownRange.ofAll(run, projection, wanted);
    }

    /** The panel of a record that shows a part of the plane. */
    public Panel panel(int record, ShownRange range) throws DataException, InvalidInputException {
        return panel(record, range, Optional.empty());
    }

    /**
     * The same with strips as they would be by another dynamics.
     *
     * @param turned that dynamics; empty for that of the run
     */
    public Panel panel(int record, ShownRange range, Optional<Dynamics> turned)
            throws DataException, InvalidInputException {
        return range.of(panel("", record, turned));
    }

    /** The map to the plane. */
    public Projection projection() {
        return projection;
    }

    /** What is left out, or not as it looks, of the panel made last. */
    public String remarks() {
        return remarks.stream().distinct().collect(Collectors.joining(" "));
    }

    private boolean has(TokenLayer layer) {
        return request.layers().contains(layer);
    }

    /** The panel of a record. */
    Panel panel(String title, int record) throws DataException, InvalidInputException {
        return panel(title, record, Optional.empty());
    }

    private Panel panel(String title, int record, Optional<Dynamics> turned)
            throws DataException, InvalidInputException {
        remarks.clear();
        if (!projection.remark().isEmpty()) {
            remarks.add(projection.remark());
        }
        Tokens tokens = run.tokens(record);
        List<Mark> marks = new ArrayList<>();
        if (has(TokenLayer.CELLS)) {
            marks.addAll(cells());
        }
        if (has(TokenLayer.HULL)) {
            marks.addAll(HullOutline.ofTokens(tokens, projection, wanted));
        }
        if (has(TokenLayer.LIMIT_HULL)) {
            marks.addAll(HullOutline.ofLimits(limits().hull().corners(), projection, wanted));
        }
        if (has(TokenLayer.STRIPS)) {
            marks.addAll(strips(record, turned));
        }
        if (has(TokenLayer.BALLS)) {
            marks.addAll(balls());
        }
        if (has(TokenLayer.TRAILS)) {
            marks.addAll(trails(record));
        }
        if (has(TokenLayer.VERTICES)) {
            marks.addAll(LimitSymbols.vertices(limits(), projection));
        }
        Optional<Step> step = needsStep() ? Optional.of(run.stepFrom(record, options, listener)) : Optional.empty();
        List<Mark> symbols = tokens(tokens, step);
        if (!TokenSymbols.isAbove(tokens)) {
            marks.addAll(symbols);
        }
        if (has(TokenLayer.ALIGNED)) {
            marks.addAll(aligned());
        }
        if (has(TokenLayer.OUTSIDE)) {
            marks.addAll(LimitSymbols.outside(limits(), projection));
        }
        if (has(TokenLayer.LEADERS) && isHardmax()) {
            Leaders leaders = new Leaders(tokens.count());
            leaders.add(step.orElseThrow());
            marks.addAll(TokenSymbols.leaders(tokens, leaders::leads, projection));
        }
        if (TokenSymbols.isAbove(tokens)) {
            marks.addAll(symbols);
        }
        if (has(TokenLayer.AMBIGUOUS)) {
            marks.addAll(TokenSymbols.ambiguous(step.orElseThrow(), projection));
        }
        remarkOnLimits();
        return TokenPanel.of(title, projection, marks);
    }

    private boolean isHardmax() {
        return run.dynamics().rule() instanceof Hardmax && !run.dynamics().isContinuous();
    }

    private boolean needsStep() {
        return request.colours() == TokenColours.NEIGHBOURS
                || has(TokenLayer.AMBIGUOUS)
                || has(TokenLayer.LEADERS) && isHardmax();
    }

    private Limits limits() throws DataException {
        return run.limits(wanted);
    }

    private void remarkOnLimits() {
        boolean isShown = request.layers().stream().anyMatch(TokenLayer::needsLimits);
        Settled.Motion motion = run.capsule().result().settled().motion();
        if (isShown && motion == Settled.Motion.MOVING) {
            remarks.add("The tokens were still moving at the end: K and limits are those of the last step.");
        }
    }

    private List<Mark> tokens(Tokens tokens, Optional<Step> step) throws DataException {
        return switch (request.colours()) {
            case NONE -> TokenSymbols.alike(tokens, projection);
            case ATTRACTOR -> {
                remarkOnColours();
                yield TokenSymbols.byAttractor(tokens, limits(), projection);
            }
            case SETS -> TokenSymbols.bySets(tokens, limits(), projection);
            case NEIGHBOURS -> TokenSymbols.byNeighbours(step.orElseThrow(), projection);
        };
    }

    private void remarkOnColours() throws DataException {
        String remark = LimitColours.remark(limits().clusters());
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
    }

    private List<Mark> aligned() throws DataException {
        Optional<MaximalAlignment> set = alignment();
        if (set.isEmpty()) {
            remarks.add("S(K) may be infinite, as A is not symmetric and positive definite, and is not drawn.");
            return List.of();
        }
        return LimitSymbols.aligned(set.get(), projection);
    }

    /** S(K), found once. */
    private Optional<MaximalAlignment> alignment() throws DataException {
        if (alignment.isEmpty()) {
            alignment = Optional.of(limits().maximalAlignment(wanted));
        }
        return alignment.get();
    }

    private List<Mark> strips(int record, Optional<Dynamics> turned) throws DataException, InvalidInputException {
        List<Mark> marks = new ArrayList<>();
        if (request.tokens().isEmpty()) {
            return marks;
        }
        Attention attention = turned.isPresent() ? turned.get().attention(run.state(record)) : run.attention(record);
        if (!StripBand.isDrawn(attention, projection)) {
            remarks.add("Strips are drawn under localmax and hegselmann-krause in the plane alone.");
            return marks;
        }
        int count = attention.state().tokens().count();
        for (int k = 0; k < request.tokens().size(); k++) {
            int token = request.tokens().get(k);
            if (token < 0 || token >= count) {
                throw new InvalidInputException(
                        run.capsule().folder() + ": there is no token " + token + "; expected 0.." + (count - 1));
            }
            marks.addAll(StripBand.of(attention, token, k + 4));
        }
        return marks;
    }

    private List<Mark> balls() throws InvalidInputException {
        if (projection.kind() != Projection.Kind.PLANE) {
            remarks.add("Quiescent balls are drawn in the plane alone.");
            return List.of();
        }
        var sets = hindsight.report().quiescentSets();
        if (sets.isEmpty()) {
            remarks.add("There are no quiescent sets that the theory speaks of.");
        }
        Interaction norm = InteractionNorm.exists(run.dynamics().interaction())
                ? run.dynamics().interaction()
                : Interaction.identity(projection.dimension());
        return NormBall.of(sets, norm);
    }

    private List<Mark> trails(int record) throws DataException {
        if (run.plan().tokens().count() > TokenTrails.MOST_TOKENS) {
            remarks.add("Trails of more than " + TokenTrails.MOST_TOKENS + " tokens are left out.");
            return List.of();
        }
        if (record >= TokenTrails.MOST_STATES) {
            remarks.add("Trails show " + TokenTrails.MOST_STATES + " of " + (record + 1) + " states.");
        }
        int[] colours = request.colours() == TokenColours.ATTRACTOR ? LimitColours.of(limits().clusters()) : new int[0];
        return TokenTrails.of(run.statesUpTo(record, TokenTrails.MOST_STATES, wanted), projection, colours);
    }

    /** Those of X(0), found once. */
    private List<Mark> cells() throws DataException, InvalidInputException {
        Optional<Interaction> b = Oracle.of(run.dynamics());
        boolean isOracle = run.dynamics().rule() instanceof FrankWolfe || isHardmax();
        if (b.isEmpty() || !isOracle || !InteractionNorm.exists(b.get()) || !projection.isWhole()) {
            throw new InvalidInputException(run.capsule().folder() + ": the layer cells shows the cells of the vertices"
                    + " under frank-wolfe or hardmax with B symmetric and positive definite, for d up to 2; this run is "
                    + RunCaption.of(run) + "; expected one such as the gallery's frank-wolfe-cells, or no such layer");
        }
        if (cells.isEmpty()) {
            double tolerance = run.dynamics().ties().tolerance();
            cells = CellAreas.of(new VertexCells(b.get(), run.tokens(0), tolerance, wanted));
        }
        return cells;
    }
}
