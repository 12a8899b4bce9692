package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** How far the variables reach that patterns bind: they are in scope past the expression that binds them (JLS 6.3). */
public final class Patterns {
    private final Attribution attribution;
    private final Map<Element, List<Node>> uses = new HashMap<>();

    public Patterns(MethodDeclaration method, Attribution attribution) {
        this.attribution = attribution;
        for (Node name : VariableNames.in(method)) {
            Element element = attribution.elementOf(name);
            if (element != null) {
                uses.computeIfAbsent(element, e -> new ArrayList<>()).add(name);
            }
        }
    }

    /** The patterns in an expression whose variables are used outside of it. */
    public List<TypePatternExpr> escaping(Expression expression) {
        List<TypePatternExpr> escaping = new ArrayList<>();
        collect(expression, expression, escaping);
        return escaping;
    }

    private void collect(Node node, Node within, List<TypePatternExpr> escaping) {
        if (Deferred.begins(node) || node instanceof Statement) {
            return;
        }
        if (node instanceof TypePatternExpr pattern && isUsedOutside(pattern, within)) {
            escaping.add(pattern);
        }
        node.getChildNodes().forEach(child -> collect(child, within, escaping));
    }

    private boolean isUsedOutside(TypePatternExpr pattern, Node within) {
        return uses.getOrDefault(attribution.elementOf(pattern), List.of()).stream()
                .anyMatch(use -> !within.isAncestorOf(use) && use != within);
    }

    /** Whether a statement brings variables into the scope of the statements after it. */
    public boolean flowOutOf(Statement statement) {
        return condition(statement)
                .map(condition -> {
                    List<TypePatternExpr> escaping = new ArrayList<>();
                    collect(condition, statement, escaping);
                    return !escaping.isEmpty();
                })
                .orElse(false);
    }

    private static Optional<Expression> condition(Statement statement) {
        if (statement instanceof LabeledStmt labelled) {
            return condition(labelled.getStatement());
        }
        if (statement instanceof IfStmt choice) {
            return Optional.of(choice.getCondition());
        }
        if (statement instanceof WhileStmt loop) {
            return Optional.of(loop.getCondition());
        }
        if (statement instanceof DoStmt loop) {
            return Optional.of(loop.getCondition());
        }
        return statement instanceof ForStmt loop ? loop.getCompare() : Optional.empty();
    }

    /** The patterns in the labels of an entry that bind a variable. */
    public static List<TypePatternExpr> in(SwitchEntry entry) {
        List<TypePatternExpr> patterns = new ArrayList<>();
        entry.getLabels()
                .forEach(label -> patterns.addAll(label.findAll(
                        TypePatternExpr.class,
                        pattern -> !pattern.getNameAsString().equals("_"))));
        return patterns;
    }
}
