package org.localmax.ui.editor;

import java.util.Map;
import org.eclipse.emf.ecore.EAttribute;
import org.localmax.model.ExperimentPackage.Literals;

/** What a person may want to know before changing an attribute, and what an empty field of it asks for. */
final class FieldHints {

    private static final Map<EAttribute, String> HINTS = Map.ofEntries(
            Map.entry(Literals.EXPERIMENT__NAME, Texts.nameHint),
            Map.entry(Literals.EXPERIMENT__DESCRIPTION, Texts.descriptionHint),
            Map.entry(Literals.EXPERIMENT__STEPS, Texts.stepsHint),
            Map.entry(Literals.EXPERIMENT__RECORD, Texts.recordHint),
            Map.entry(Literals.EXPERIMENT__TIE_TOLERANCE, Texts.tieToleranceHint),
            Map.entry(Literals.EXPERIMENT__SETTLE_TOLERANCE, Texts.settleToleranceHint),
            Map.entry(Literals.EXPERIMENT__FLOW_TOLERANCE, Texts.flowToleranceHint),
            Map.entry(Literals.EXPERIMENT__EXACT, Texts.exactHint),
            Map.entry(Literals.EXPERIMENT__ON_SPHERE, Texts.onSphereHint),
            Map.entry(Literals.FORMULA_OBSERVABLE__NAME, Texts.observableNameHint),
            Map.entry(Literals.FORMULA_OBSERVABLE__AGGREGATE, Texts.aggregateHint),
            Map.entry(Literals.FORMULA_OBSERVABLE__FORMULA, Texts.observableFormulaHint),
            Map.entry(Literals.TOKEN_FILE__PATH, Texts.fileHint),
            Map.entry(Literals.GENERATED_TOKENS__COUNT, Texts.countHint),
            Map.entry(Literals.GENERATED_TOKENS__SEED, Texts.seedHint),
            Map.entry(Literals.GAUSSIAN_TOKENS__DIMENSION, Texts.dimensionHint),
            Map.entry(Literals.GAUSSIAN_TOKENS__DEVIATION, Texts.deviationHint),
            Map.entry(Literals.BALL_TOKENS__DIMENSION, Texts.dimensionHint),
            Map.entry(Literals.BALL_TOKENS__RADIUS, Texts.radiusHint),
            Map.entry(Literals.BOX_TOKENS__DIMENSION, Texts.dimensionHint),
            Map.entry(Literals.BOX_TOKENS__HALF_WIDTH, Texts.boxHint),
            Map.entry(Literals.SPHERE_TOKENS__DIMENSION, Texts.dimensionHint),
            Map.entry(Literals.SPHERE_TOKENS__RADIUS, Texts.radiusHint),
            Map.entry(Literals.POLYGON_TOKENS__SIDES, Texts.sidesHint),
            Map.entry(Literals.POLYGON_TOKENS__RADIUS, Texts.radiusHint),
            Map.entry(Literals.MATRIX__VALUES, Texts.matrixHint),
            Map.entry(Literals.MATRIX__PATH, Texts.fileHint),
            Map.entry(Literals.RULE__NAME, Texts.ruleNameHint),
            Map.entry(Literals.HARDMAX_RULE__MULTIPLICITY, Texts.multiplicityHint),
            Map.entry(Literals.SOFTMAX_RULE__BETA, Texts.temperatureHint),
            Map.entry(Literals.SOFTMAX_RULE__ERROR, Texts.errorHint),
            Map.entry(Literals.LOCALMAX_RULE__DELTA, Texts.stripHint),
            Map.entry(Literals.LOCALMAX_RULE__SCALE, Texts.scaleHint),
            Map.entry(Literals.FRANK_WOLFE_RULE__SENSE, Texts.senseHint),
            Map.entry(Literals.FRANK_WOLFE_RULE__TIES, Texts.tiesHint),
            Map.entry(Literals.HEGSELMANN_KRAUSE_RULE__DELTA, Texts.ballDeltaHint),
            Map.entry(Literals.SPARSEMAX_RULE__BETA, Texts.factorHint),
            Map.entry(Literals.ENTMAX_RULE__ALPHA, Texts.entmaxAlphaHint),
            Map.entry(Literals.ENTMAX_RULE__BETA, Texts.factorHint),
            Map.entry(Literals.TOP_KRULE__K, Texts.kHint),
            Map.entry(Literals.TOP_KRULE__BETA, Texts.temperatureHint),
            Map.entry(Literals.SELF_ADJUSTED_SOFTMAX_RULE__BETA, Texts.temperatureHint),
            Map.entry(Literals.SELF_ADJUSTED_SOFTMAX_RULE__NORMALISED, Texts.normalisedHint),
            Map.entry(Literals.SECOND_MELLOWMAX_RULE__BETA, Texts.temperatureHint),
            Map.entry(Literals.SECOND_MELLOWMAX_RULE__A, Texts.mellowmaxAHint),
            Map.entry(Literals.SECOND_MELLOWMAX_RULE__OMEGA, Texts.omegaHint),
            Map.entry(Literals.SAMPLED_SOFTMAX_RULE__BETA, Texts.temperatureHint),
            Map.entry(Literals.SAMPLED_SOFTMAX_RULE__SEED, Texts.ruleSeedHint),
            Map.entry(Literals.FORMULA_RULE__WEIGHT, Texts.weightHint),
            Map.entry(Literals.FORMULA_RULE__BETA, Texts.weightBetaHint),
            Map.entry(Literals.FORMULA_RULE__DELTA, Texts.weightDeltaHint),
            Map.entry(Literals.FORMULA_RULE__SCALE, Texts.weightScaleHint),
            Map.entry(Literals.SWEEP__DESIGN, Texts.designHint),
            Map.entry(Literals.SWEEP__POINTS, Texts.pointsHint),
            Map.entry(Literals.SWEEP__REPLICATES, Texts.replicatesHint),
            Map.entry(Literals.SWEEP__SEED, Texts.sweepSeedHint),
            Map.entry(Literals.SWEEP__SAME_SEEDS, Texts.sameSeedsHint),
            Map.entry(Literals.SWEEP__CONDITION, Texts.conditionHint),
            Map.entry(Literals.SWEEP__SECONDS_PER_RUN, Texts.secondsPerRunHint),
            Map.entry(Literals.SWEEP__TRAJECTORIES, Texts.trajectoriesHint),
            Map.entry(Literals.SWEEP__REFINEMENTS, Texts.refinementsHint),
            Map.entry(Literals.SWEEP__REFINE, Texts.refineHint),
            Map.entry(Literals.SWEEP__REFINE_ABOVE, Texts.refineAboveHint),
            Map.entry(Literals.AXIS__NAME, Texts.axisNameHint),
            Map.entry(Literals.AXIS__PARAMETER, Texts.parameterHint),
            Map.entry(Literals.AXIS__PATTERN, Texts.patternHint),
            Map.entry(Literals.LIST_AXIS__VALUES, Texts.listHint),
            Map.entry(Literals.RANGE_AXIS__FROM, Texts.fromHint),
            Map.entry(Literals.RANGE_AXIS__TO, Texts.toHint),
            Map.entry(Literals.RANGE_AXIS__COUNT, Texts.axisCountHint),
            Map.entry(Literals.RANGE_AXIS__LOGARITHMIC, Texts.logarithmicHint),
            Map.entry(Literals.FORMULA_AXIS__FORMULA, Texts.axisFormulaHint),
            Map.entry(Literals.COLUMN_AXIS__PATH, Texts.columnPathHint),
            Map.entry(Literals.COLUMN_AXIS__COLUMN, Texts.columnHint));

    private static final Map<EAttribute, String> MESSAGES = Map.of(
            Literals.FORMULA_RULE__WEIGHT, Texts.weightMessage,
            Literals.MATRIX__VALUES, Texts.matrixMessage,
            Literals.MATRIX__PATH, Texts.fileMessage,
            Literals.TOKEN_FILE__PATH, Texts.fileMessage,
            Literals.LIST_AXIS__VALUES, Texts.listMessage,
            Literals.COLUMN_AXIS__PATH, Texts.columnPathMessage);

    private FieldHints() {}

    /** The tooltip. */
    static String of(EAttribute attribute) {
        return HINTS.getOrDefault(attribute, "");
    }

    /** What is shown in the field while it is empty. */
    static String message(EAttribute attribute) {
        return ScheduleKind.isOf(attribute) ? Texts.scheduleMessage : MESSAGES.getOrDefault(attribute, "");
    }
}
