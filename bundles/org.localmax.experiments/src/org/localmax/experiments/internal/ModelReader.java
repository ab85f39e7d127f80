package org.localmax.experiments.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.data.DataException;
import org.localmax.data.MatrixFiles;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.Formula;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.TokenFormula;
import org.localmax.experiments.TokenOrigin;
import org.localmax.experiments.WeightFormula;
import org.localmax.model.EntmaxRule;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.FormulaObservable;
import org.localmax.model.FormulaRule;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.GeneratedTokens;
import org.localmax.model.HardmaxRule;
import org.localmax.model.HegselmannKrauseRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.PolygonTokens;
import org.localmax.model.QueryKeyInteraction;
import org.localmax.model.Rule;
import org.localmax.model.SampledSoftmaxRule;
import org.localmax.model.SecondMellowmaxRule;
import org.localmax.model.SelfAdjustedSoftmaxRule;
import org.localmax.model.SoftmaxRule;
import org.localmax.model.SparsemaxRule;
import org.localmax.model.Token;
import org.localmax.model.TokenFile;
import org.localmax.model.TokenList;
import org.localmax.model.TokenSource;
import org.localmax.model.TopKRule;

/**
 * Reads the parts of an experiment model as what they stand for in the dynamics. Failures are
 * {@link IllegalArgumentException}s and {@link InvalidInputException}s whose messages are for the user.
 */
public final class ModelReader {

    private final Path folder;

    /** @param folder what paths in the model are relative to */
    public ModelReader(Path folder) {
        this.folder = folder;
    }

    /** The tokens of a source. */
    public Tokens tokens(TokenSource source) throws InvalidInputException {
        return switch (source) {
            case TokenList list -> Tokens.of(TokenText.points(list.getTokens()));
            case TokenFile file -> read(file.getPath(), TokenFiles::read);
            case GeneratedTokens generated -> TokenGenerator.generate(generated);
            default -> throw unknown(source);
        };
    }

    /** The same as fractions: numbers as they are written, or the doubles that generated tokens are. */
    public ExactTokens exactTokens(TokenSource source) throws InvalidInputException {
        return switch (source) {
            case TokenList list -> TokenText.exactPoints(list.getTokens());
            case TokenFile file -> read(file.getPath(), TokenFiles::readExactly);
            default -> ExactTokens.of(tokens(source));
        };
    }

    /** Where tokens come from, in words. */
    public static String describe(TokenSource source) {
        return switch (source) {
            case TokenList list -> list.getTokens().size() + " given tokens";
            case TokenFile file -> "tokens of " + file.getPath();
            case GeneratedTokens generated -> TokenGenerator.describe(generated);
            case null, default -> "no tokens";
        };
    }

    /** Where tokens come from: in words, and every parameter, the defaults included. */
    public static TokenOrigin origin(TokenSource source) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("kind", source.eClass().getName());
        for (EAttribute attribute : source.eClass().getEAllAttributes()) {
            Object value = source.eGet(attribute);
            if (value != null) {
                parameters.put(attribute.getName(), EcoreUtil.convertToString(attribute.getEAttributeType(), value));
            }
        }
        if (source instanceof PolygonTokens polygon && !polygon.getCorners().isEmpty()) {
            // its corners are given, and these say nothing
            parameters.remove(ExperimentPackage.Literals.POLYGON_TOKENS__SIDES.getName());
            parameters.remove(ExperimentPackage.Literals.POLYGON_TOKENS__RADIUS.getName());
            parameters.put(
                    ExperimentPackage.Literals.POLYGON_TOKENS__CORNERS.getName(),
                    polygon.getCorners().stream().map(Token::getAt).collect(Collectors.joining("; ")));
        }
        return new TokenOrigin(describe(source), parameters);
    }

    /** The matrix A; the identity when the model has none. */
    public Interaction interaction(org.localmax.model.Interaction source, int dimension) throws InvalidInputException {
        Interaction interaction = switch (source) {
            case null -> Interaction.identity(dimension);
            case MatrixInteraction given -> Interaction.of(matrix("matrix", given.getMatrix()));
            case QueryKeyInteraction given ->
                Interaction.ofQueryKey(matrix("query", given.getQuery()), matrix("key", given.getKey()));
            default -> throw unknown(source);
        };
        interaction.requireDimension(dimension);
        return interaction;
    }

    /** The same over the fractions, the product of query and key included. */
    public ExactMatrix exactInteraction(org.localmax.model.Interaction source, int dimension)
            throws InvalidInputException {
        ExactMatrix interaction = switch (source) {
            case null -> ExactMatrix.identity(dimension);
            case MatrixInteraction given -> ExactMatrix.of(exactMatrix("matrix", given.getMatrix()));
            case QueryKeyInteraction given ->
                ExactMatrix.ofQueryKey(exactMatrix("query", given.getQuery()), exactMatrix("key", given.getKey()));
            default -> throw unknown(source);
        };
        interaction.rounded().requireDimension(dimension);
        return interaction;
    }

    /** A matrix that says how tokens of dimension d move. */
    public Interaction movementMatrix(String name, Matrix source, int dimension) throws InvalidInputException {
        Interaction matrix = Interaction.of(matrix("the " + name, source));
        Movement.requireDimension(name, matrix.dimension(), dimension);
        return matrix;
    }

    /** The same over the fractions. */
    public ExactMatrix exactMovementMatrix(String name, Matrix source, int dimension) throws InvalidInputException {
        ExactMatrix matrix = ExactMatrix.of(exactMatrix("the " + name, source));
        Movement.requireDimension(name, matrix.dimension(), dimension);
        return matrix;
    }

    private double[][] matrix(String name, Matrix matrix) throws InvalidInputException {
        requireMatrix(name, matrix);
        return matrix.getValues() != null
                ? TokenText.matrix(matrix.getValues())
                : read(matrix.getPath(), MatrixFiles::read);
    }

    private Rational[][] exactMatrix(String name, Matrix matrix) throws InvalidInputException {
        requireMatrix(name, matrix);
        return matrix.getValues() != null
                ? TokenText.exactMatrix(matrix.getValues())
                : read(matrix.getPath(), MatrixFiles::readExactly);
    }

    private static void requireMatrix(String name, Matrix matrix) {
        if (matrix == null || matrix.getValues() == null && matrix.getPath() == null) {
            throw new IllegalArgumentException(name + " is missing; expected values or a path");
        }
    }

    /** Reads something of a file. */
    private interface FileReading<T> {
        T of(Path file) throws DataException;
    }

    private <T> T read(String path, FileReading<T> reading) throws InvalidInputException {
        try {
            return reading.of(resolve(path));
        } catch (DataException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    /** The attention rule of a rule of the model. */
    public AttentionRule rule(Rule rule) {
        return switch (rule) {
            case HardmaxRule hardmax ->
                new AttentionRule.Hardmax(AttentionRule.Multiplicity.valueOf(
                        hardmax.getMultiplicity().getName()));
            case SoftmaxRule softmax ->
                new AttentionRule.Softmax(formula("beta", softmax.getBeta()), softmax.getError());
            case LocalmaxRule localmax ->
                new AttentionRule.Localmax(
                        formula("delta", localmax.getDelta()),
                        AttentionRule.Scale.valueOf(localmax.getScale().getName()));
            case FrankWolfeRule oracle ->
                new AttentionRule.FrankWolfe(
                        AttentionRule.Sense.valueOf(oracle.getSense().getName()),
                        AttentionRule.Ties.valueOf(oracle.getTies().getName()));
            case HegselmannKrauseRule ball -> new AttentionRule.HegselmannKrause(formula("delta", ball.getDelta()));
            case SparsemaxRule sparsemax -> new Entmax(2, formula("beta", sparsemax.getBeta()));
            case EntmaxRule entmax -> new Entmax(entmax.getAlpha(), formula("beta", entmax.getBeta()));
            case TopKRule best -> new TopK(best.getK(), formula("beta", best.getBeta()));
            case SelfAdjustedSoftmaxRule adjusted ->
                new SelfAdjustedSoftmax(formula("beta", adjusted.getBeta()), adjusted.isNormalised());
            case SecondMellowmaxRule mean ->
                new SecondMellowmax(formula("beta", mean.getBeta()), mean.getA(), mean.getOmega());
            case SampledSoftmaxRule chain -> new SampledSoftmax(formula("beta", chain.getBeta()), chain.getSeed());
            case FormulaRule own -> weightFormula(own);
            default -> throw unknown(rule);
        };
    }

    /** An observable by a formula over tokens of dimension d. */
    public static TokenFormula formula(FormulaObservable observable, int dimension) {
        TokenFormula.Aggregate aggregate =
                TokenFormula.Aggregate.valueOf(observable.getAggregate().getName());
        return new TokenFormula(observable.getName(), aggregate, observable.getFormula(), dimension);
    }

    private static WeightFormula weightFormula(FormulaRule rule) {
        Formula beta = formula("beta", rule.getBeta());
        Formula delta = formula("delta", rule.getDelta());
        AttentionRule.Scale scale = AttentionRule.Scale.valueOf(rule.getScale().getName());
        try {
            return new WeightFormula(rule.getWeight(), beta, delta, scale);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("weight: " + e.getMessage(), e);
        }
    }

    private static Formula formula(String name, String text) {
        try {
            return Formula.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private Path resolve(String path) {
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException("there is no path; expected the path of a CSV or NPY file");
        }
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("the path '" + path + "' is not a path", e);
        }
    }

    private static IllegalStateException unknown(org.eclipse.emf.ecore.EObject element) {
        return new IllegalStateException("no reading for " + element.eClass().getName());
    }
}
