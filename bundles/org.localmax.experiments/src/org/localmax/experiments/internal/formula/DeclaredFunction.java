package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A function as the parser must know it: its name and number of arguments. The values are {@link Terms}' concern. */
public record DeclaredFunction(int arguments) implements FunctionIfc {

    /** Any number of arguments, at least one. */
    public static final int ANY = -1;

    /** A dictionary of functions given by name and number of arguments. */
    public static FunctionDictionaryIfc dictionary(Map<String, Integer> functions) {
        FunctionDictionaryIfc dictionary = new MapBasedFunctionDictionary();
        functions.forEach((name, arguments) -> dictionary.addFunction(name, new DeclaredFunction(arguments)));
        return dictionary;
    }

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
        FunctionParameterDefinition argument = FunctionParameterDefinition.builder()
                .name("value")
                .isVarArg(hasVarArgs())
                .build();
        return Collections.nCopies(hasVarArgs() ? 1 : arguments, argument);
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
        throw new UnsupportedOperationException("formulas are evaluated as terms");
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... values) {
        throw new UnsupportedOperationException("formulas are evaluated as terms");
    }

    @Override
    public boolean hasVarArgs() {
        return arguments == ANY;
    }
}
