package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.plan.VariableNames;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which variables lambdas and class bodies capture. */
public final class Captures {
    private final Attribution attribution;
    private final Names names;

    public Captures(Attribution attribution, Names names) {
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
