package org.localmax.experiments;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.localmax.analysis.Observable;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.internal.ModelReader;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.FormulaObservable;
import org.localmax.model.Matrix;
import org.localmax.model.Rule;
import org.localmax.model.TokenSource;

/**
 * Makes the plans of an experiment, one a rule, and in doing so finds all that is wrong with it. What the window and the
 * command line run is planned here.
 */
public final class Planner {

    private static final ExperimentPackage MODEL = ExperimentPackage.eINSTANCE;

    /** What separates folders, is read by a shell, breaks lines or hides files. */
    private static final Pattern NO_FILE_NAME = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\p{Zl}\\p{Zp}]|^\\.");

    private final Experiment experiment;
    private final ModelReader reader;
    private final List<Problem> problems = new ArrayList<>();

    private Planner(Experiment experiment, Path folder) {
        this.experiment = experiment;
        this.reader = new ModelReader(folder);
    }

    /**
     * The plans of an experiment.
     *
     * @param folder where its files are: paths in it are relative to this
     * @throws InvalidInputException naming every problem, if there is any
     */
    public static List<RunPlan> plan(Experiment experiment, Path folder) throws InvalidInputException {
        Planner planner = new Planner(experiment, folder);
        List<RunPlan> plans = planner.plans();
        if (!planner.problems.isEmpty()) {
            throw new InvalidInputException(
                    planner.problems.stream().map(Problem::toString).toList());
        }
        return plans;
    }

    /** What keeps an experiment from being run; empty if nothing does. */
    public static List<Problem> problems(Experiment experiment, Path folder) {
        Planner planner = new Planner(experiment, folder);
        planner.plans();
        return List.copyOf(planner.problems);
    }

    /**
     * The tokens of an experiment, whatever else is wrong with it.
     *
     * @param folder where its files are
     * @throws InvalidInputException naming what is wrong with the tokens
     */
    public static Tokens tokens(Experiment experiment, Path folder) throws InvalidInputException {
        Planner planner = new Planner(experiment, folder);
        Tokens tokens = planner.tokens(planner.reader::tokens);
        if (tokens == null) {
            throw new InvalidInputException(
                    planner.problems.stream().map(Problem::toString).toList());
        }
        return tokens;
    }

    private List<RunPlan> plans() {
        checkName();
        ExactTokens exactTokens = experiment.isExact() ? tokens(reader::exactTokens) : null;
        Tokens tokens = experiment.isExact() ? rounded(exactTokens) : tokens(reader::tokens);
        Integer steps = read(
                experiment, MODEL.getExperiment_Steps(), "steps", () -> RunPlan.requireSteps(experiment.getSteps()));
        StepSize stepSize = stepSize(steps);
        TiePolicy ties = read(
                experiment,
                MODEL.getExperiment_TieTolerance(),
                "tieTolerance",
                () -> new TiePolicy(experiment.getTieTolerance()));
        Double settleTolerance = read(
                experiment,
                MODEL.getExperiment_SettleTolerance(),
                "settleTolerance",
                () -> RunPlan.requireSettleTolerance(experiment.getSettleTolerance()));
        Recording recording = recording(steps, tokens);
        Set<Observable> observables = observables(tokens);
        List<TokenFormula> formulas = formulas(tokens);
        ExactMatrix exactMatrix = exactTokens == null || tokens == null
                ? null
                : interaction(source -> reader.exactInteraction(source, tokens.dimension()));
        Interaction interaction = experiment.isExact()
                ? exactMatrix == null ? null : exactMatrix.rounded()
                : tokens == null ? null : interaction(source -> reader.interaction(source, tokens.dimension()));
        ExactInput exact = exactMatrix == null ? null : exactInput(exactTokens, exactMatrix);
        Movement movement = experiment.isExact()
                ? exact == null ? null : placed(exact.movement())
                : tokens == null ? null : movement(tokens.dimension());
        checkRuleNames();
        boolean isWhole = Stream.of(
                        steps, stepSize, ties, settleTolerance, recording, observables, formulas, interaction, movement)
                .allMatch(Objects::nonNull);
        List<RunPlan> plans = new ArrayList<>();
        for (Rule rule : experiment.getRules()) {
            AttentionRule attention = read(rule, null, label(rule), () -> reader.rule(rule));
            if (attention == null || !isWhole) {
                continue;
            }
            RunPlan plan = read(
                    rule,
                    null,
                    label(rule),
                    () -> new RunPlan(
                            experiment.getName(),
                            rule.getName(),
                            tokens,
                            ModelReader.origin(experiment.getTokens()),
                            new Dynamics(attention, interaction, stepSize, ties, movement),
                            steps,
                            settleTolerance,
                            recording,
                            observables,
                            formulas,
                            Optional.ofNullable(exact)));
            if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    private <T> T tokens(SourceReading<TokenSource, T> reading) {
        return read(experiment.getTokens(), MODEL.getExperiment_Tokens(), "tokens", () -> {
            require(experiment.getTokens() != null, "there are none; expected a list, a file or a generator");
            return reading.of(experiment.getTokens());
        });
    }

    private Tokens rounded(ExactTokens tokens) {
        return tokens == null
                ? null
                : read(experiment.getTokens(), MODEL.getExperiment_Tokens(), "tokens", tokens::rounded);
    }

    private <T> T interaction(SourceReading<org.localmax.model.Interaction, T> reading) {
        return read(
                experiment.getInteraction(),
                MODEL.getExperiment_Interaction(),
                "interaction",
                () -> reading.of(experiment.getInteraction()));
    }

    /** V, and P by either of its matrices. */
    private record MovementMatrices<M>(Optional<M> values, Optional<M> preconditioner) {}

    /** How a matrix of tokens of some dimension is read. */
    private interface MatrixReading<M> {
        M of(String name, Matrix source, int dimension) throws InvalidInputException;
    }

    /** The matrices that say where tokens go; null, with the problem noted, if one cannot be read. */
    private <M> MovementMatrices<M> movementMatrices(
            MatrixReading<M> reading, UnaryOperator<M> preconditioner, int dimension) {
        Optional<M> values =
                matrix(MODEL.getExperiment_ValueMatrix(), source -> reading.of("value matrix", source, dimension));
        Optional<M> alpha = matrix(
                MODEL.getExperiment_AlphaMatrix(),
                source -> preconditioner.apply(reading.of("matrix alpha", source, dimension)));
        Optional<M> gamma =
                matrix(MODEL.getExperiment_GammaMatrix(), source -> reading.of("matrix gamma", source, dimension));
        return values == null || alpha == null || gamma == null
                ? null
                : new MovementMatrices<>(values, alpha.or(() -> gamma));
    }

    private <M> Optional<M> matrix(EReference feature, SourceReading<Matrix, M> reading) {
        Matrix source = (Matrix) experiment.eGet(feature);
        return source == null
                ? Optional.empty()
                : read(source, feature, feature.getName(), () -> Optional.of(reading.of(source)));
    }

    private Movement movement(int dimension) {
        MovementMatrices<Interaction> matrices =
                movementMatrices(reader::movementMatrix, Movement::preconditionerOf, dimension);
        return matrices == null ? null : placed(new Movement(matrices.values(), matrices.preconditioner(), false));
    }

    private ExactInput exactInput(ExactTokens tokens, ExactMatrix interaction) {
        MovementMatrices<ExactMatrix> matrices =
                movementMatrices(reader::exactMovementMatrix, ExactMatrix::preconditioner, tokens.dimension());
        return matrices == null
                ? null
                : new ExactInput(tokens, interaction, matrices.values(), matrices.preconditioner());
    }

    /** The same movement, on the sphere if the experiment says so. */
    private Movement placed(Movement movement) {
        return new Movement(movement.values(), movement.preconditioner(), experiment.isOnSphere());
    }

    private Recording recording(Integer steps, Tokens tokens) {
        return read(experiment, MODEL.getExperiment_Record(), "record", () -> {
            Recording recording = Recording.parse(String.valueOf(experiment.getRecord()));
            return steps == null || tokens == null ? recording : RunPlan.requireRecording(recording, steps, tokens);
        });
    }

    private void checkName() {
        read(experiment, MODEL.getExperiment_Name(), "name", () -> {
            requireFileName(experiment.getName());
            return true;
        });
    }

    private void checkRuleNames() {
        read(experiment, MODEL.getExperiment_Rules(), "rules", () -> {
            require(!experiment.getRules().isEmpty(), "there are none; expected at least one");
            return true;
        });
        Set<String> names = new HashSet<>();
        for (Rule rule : experiment.getRules()) {
            read(rule, MODEL.getRule_Name(), label(rule), () -> {
                requireFileName(rule.getName());
                require(names.add(rule.getName()), "the name is used twice; expected each rule to have its own");
                return true;
            });
        }
    }

    /** The features that a step size may be given by. */
    private static List<EStructuralFeature> stepSizes() {
        return List.of(
                MODEL.getExperiment_Alpha(),
                MODEL.getExperiment_Gamma(),
                MODEL.getExperiment_TimeStep(),
                MODEL.getExperiment_AlphaMatrix(),
                MODEL.getExperiment_GammaMatrix());
    }

    private StepSize stepSize(Integer steps) {
        List<EStructuralFeature> given = stepSizes().stream()
                .filter(feature -> experiment.eGet(feature) != null)
                .toList();
        EStructuralFeature first = given.isEmpty() ? MODEL.getExperiment_Alpha() : given.getFirst();
        Double tolerance = read(
                experiment,
                MODEL.getExperiment_FlowTolerance(),
                "flowTolerance",
                () -> new StepSize(StepSize.Form.TIME, Schedule.constant(1), experiment.getFlowTolerance())
                        .tolerance());
        return tolerance == null
                ? null
                : read(experiment, first, "step size", () -> {
                    requireOne(given);
                    StepSize stepSize = stepSize(first, tolerance);
                    return steps == null ? stepSize : RunPlan.requireStepSize(stepSize, steps);
                });
    }

    private static void requireOne(List<EStructuralFeature> given) {
        require(!given.isEmpty(), "neither " + names(stepSizes(), " nor ") + " is given; expected one of them");
        require(
                given.size() == 1,
                (given.size() == 2 ? "both " : "") + names(given, " and ") + " are given; expected one of them");
    }

    private static String names(List<EStructuralFeature> features, String between) {
        return features.stream().map(EStructuralFeature::getName).collect(Collectors.joining(between));
    }

    /** The step size that a feature gives; gamma = 1 where a matrix takes its place. */
    private StepSize stepSize(EStructuralFeature given, double tolerance) {
        if (given == MODEL.getExperiment_Alpha()) {
            return new StepSize(StepSize.Form.ALPHA, Formula.parse(experiment.getAlpha()));
        }
        if (given == MODEL.getExperiment_Gamma()) {
            return new StepSize(StepSize.Form.GAMMA, Formula.parse(experiment.getGamma()));
        }
        return given == MODEL.getExperiment_TimeStep()
                ? new StepSize(StepSize.Form.TIME, Formula.parse(experiment.getTimeStep()), tolerance)
                : StepSize.gamma(1.0);
    }

    private Set<Observable> observables(Tokens tokens) {
        return read(experiment, MODEL.getExperiment_Observables(), "observables", () -> {
            Set<Observable> chosen = experiment.getObservables().stream()
                    .map(observable -> Observable.valueOf(observable.getName()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Observable.class)));
            if (tokens != null) {
                Observable.requireAll(chosen, tokens.count(), tokens.dimension());
            }
            return chosen.isEmpty() ? Observable.DEFAULTS : chosen;
        });
    }

    /** The formulas; none if there are no tokens whose dimension tells what they may use, null if one of them is wrong. */
    private List<TokenFormula> formulas(Tokens tokens) {
        List<TokenFormula> formulas = new ArrayList<>();
        for (FormulaObservable source : tokens == null ? List.<FormulaObservable>of() : experiment.getFormulas()) {
            List<TokenFormula> before = List.copyOf(formulas);
            TokenFormula formula = read(source, null, "observable \"" + source.getName() + "\"", () -> {
                TokenFormula own = ModelReader.formula(source, tokens.dimension());
                RunPlan.requireNames(
                        Stream.concat(before.stream(), Stream.of(own)).toList(), tokens);
                return own;
            });
            if (formula != null) {
                formulas.add(formula);
            }
        }
        return tokens == null || formulas.size() == experiment.getFormulas().size() ? formulas : null;
    }

    private static String label(Rule rule) {
        return "rule \"" + rule.getName() + "\"";
    }

    /** Names become names of folders. */
    private static void requireFileName(String name) {
        require(name != null && !name.isBlank(), "there is no name; expected one");
        require(
                !NO_FILE_NAME.matcher(name).find() && isOneElement(name),
                "the name '" + name + "' cannot name a folder; expected letters, digits, - and _");
    }

    private static boolean isOneElement(String name) {
        try {
            return Path.of(name).getNameCount() == 1;
        } catch (InvalidPathException _) {
            return false;
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** What is read from a part of the experiment. */
    private interface SourceReading<S, T> {
        T of(S source) throws InvalidInputException;
    }

    /** What is read from an element. */
    private interface Reading<T> {
        T get() throws InvalidInputException;
    }

    /** What a reading gives; null, with the problem noted, if it fails. */
    private <T> T read(EObject element, EStructuralFeature feature, String place, Reading<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | ArithmeticException | InvalidInputException e) {
            problems.add(new Problem(element == null ? experiment : element, feature, place, e.getMessage()));
            return null;
        }
    }
}
