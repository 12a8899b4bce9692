package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which variables lambdas and class bodies capture. */
final class Captures {
    private final Attribution attribution;
    private final Names names;

    Captures(Attribution attribution, Names names) {
        this.attribution = attribution;
        this.names = names;
    }

    /** The variables of the body that a declaration in it reads, in the order of their first use. */
    Set<Variable> of(Node declaration) {
        Set<Variable> captured = new LinkedHashSet<>();
        for (Node name : VariableNames.in(declaration)) {
            Variable variable = names.of(attribution.elementOf(name));
            if (variable != null && variable.constant() == null) {
                captured.add(variable);
            }
        }
        return captured;
    }
}
