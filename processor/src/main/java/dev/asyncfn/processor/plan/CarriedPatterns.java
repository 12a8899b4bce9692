package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Patterns of classes for which type parameters stand, as in {@code value instanceof User user}. Before Java 21 the type of a pattern must not be
 * the expression's own, and a cast of any other type to a type parameter is unchecked: so what is tested is a small object around the value.
 */
public final class CarriedPatterns {
    private final Attribution attribution;
    private final Set<Element> variables = new HashSet<>();

    /** @param attribution the body's, which carries the classes */
    public CarriedPatterns(MethodSource source, Attribution attribution) {
        this.attribution = attribution;
        if (!attribution.carried().isEmpty()) {
            source.declaration()
                    .findAll(InstanceOfExpr.class)
                    .forEach(test -> variable(test)
                            .filter(pattern -> type(test).isPresent() && !isInGuard(test))
                            .map(attribution::elementOf)
                            .ifPresent(variables::add));
        }
    }

    /** The class that a pattern tests for; empty if it is no such test. */
    public Optional<TypeElement> type(InstanceOfExpr test) {
        return variable(test).isPresent()
                        && test.getType() instanceof ClassOrInterfaceType name
                        && attribution.elementOf(name) instanceof TypeElement type
                        && attribution.carried().contains(type)
                ? Optional.of(type)
                : Optional.empty();
    }

    /** Whether a label of an entry is such a pattern. */
    public boolean areIn(SwitchEntry entry) {
        return entry.getLabels().stream().anyMatch(label -> type(label).isPresent());
    }

    /** The class that the pattern of a label tests for; empty if it is none of those, or a record pattern. */
    public Optional<TypeElement> type(Expression label) {
        return label instanceof TypePatternExpr pattern
                        && pattern.getType() instanceof ClassOrInterfaceType name
                        && attribution.elementOf(name) instanceof TypeElement type
                        && attribution.carried().contains(type)
                ? Optional.of(type)
                : Optional.empty();
    }

    /** Whether such a pattern binds a variable. */
    public boolean isBound(Element variable) {
        return variables.contains(variable);
    }

    /** The variable of a pattern that is no record pattern. */
    public static Optional<TypePatternExpr> variable(InstanceOfExpr test) {
        return test.getPattern().filter(TypePatternExpr.class::isInstance).map(TypePatternExpr.class::cast);
    }

    /** Whether a test can be written so: its variable is not assigned again. */
    static boolean arePossible(InstanceOfExpr test, MethodSource source, Attribution attribution) {
        Optional<TypePatternExpr> pattern = variable(test);
        return pattern.isPresent()
                && source.declaration().findAll(AssignExpr.class).stream()
                        .map(assign -> Awaits.unparenthesized(assign.getTarget()))
                        .filter(Expression::isNameExpr)
                        .noneMatch(
                                target -> attribution.elementOf(target).equals(attribution.elementOf(pattern.get())));
    }

    /** Whether the labels of an entry can be one test: there is one pattern, or all are of such classes and bind nothing. */
    static boolean arePossible(SwitchEntry entry, Attribution attribution, Set<TypeElement> carried) {
        return entry.getLabels().size() == 1
                || entry.getLabels().stream()
                        .allMatch(label -> label instanceof TypePatternExpr pattern
                                && pattern.getNameAsString().equals("_")
                                && attribution.elementOf(pattern.getType()) instanceof TypeElement type
                                && carried.contains(type));
    }

    /** Whether a test stands in a guard: there Java knows patterns of the expression's own type, and no assignments. */
    public static boolean isInGuard(Node node) {
        Node inner = node;
        Node outer = node.getParentNode().orElse(null);
        while (outer != null) {
            if (outer instanceof SwitchEntry entry && entry.getGuard().orElse(null) == inner) {
                return true;
            }
            inner = outer;
            outer = outer.getParentNode().orElse(null);
        }
        return false;
    }
}
