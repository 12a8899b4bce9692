package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/** Which variables lambdas and class bodies capture. */
final class Captures {
    private final Attribution attribution;
    private final Names names;
    private final Members members;

    Captures(Attribution attribution, Names names, Members members) {
        this.attribution = attribution;
        this.names = names;
        this.members = members;
    }

    /**
     * Whether a statement assigns a variable of the body and captures it, too. A capture is a copy made before the
     * statement that captures, so the assignment must be a statement of its own.
     */
    boolean capturesWhatItAssigns(Statement statement) {
        if (!(statement instanceof IfStmt
                || statement instanceof BlockStmt
                || statement instanceof LabeledStmt
                || Jumps.isLoop(statement))) {
            return false;
        }
        Set<Element> assigned = new HashSet<>();
        for (AssignExpr assign : statement.findAll(AssignExpr.class)) {
            if (Awaits.unparenthesized(assign.getTarget()) instanceof NameExpr name) {
                assigned.add(attribution.elementOf(name));
            }
        }
        return statement.findAll(NameExpr.class).stream()
                .anyMatch(name -> isCapture(name) && assigned.contains(attribution.elementOf(name)));
    }

    private boolean isCapture(NameExpr name) {
        return names.of(attribution.elementOf(name)) != null && members.isDeferred(name);
    }

    /** The variables of the body that a declaration in it reads, in the order of their first use. */
    Set<Variable> of(Node declaration) {
        Set<Variable> captured = new LinkedHashSet<>();
        for (NameExpr name : declaration.findAll(NameExpr.class)) {
            Variable variable = names.of(attribution.elementOf(name));
            if (variable != null && variable.constant() == null) {
                captured.add(variable);
            }
        }
        return captured;
    }
}
