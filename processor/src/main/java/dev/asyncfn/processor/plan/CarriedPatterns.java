package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Patterns of classes for which type parameters stand, as in {@code value instanceof User user}. Before Java 21 the type of a pattern must not be
 * the expression's own, and a cast of any other type to a type parameter is unchecked: so what is tested is a small object around the value.
 */
public final class CarriedPatterns {
    private final Attribution attribution;
    private final CarriedMembers members;
    private final Set<Element> variables = new HashSet<>();

    /** @param attribution the body's, which carries the classes */
    public CarriedPatterns(MethodSource source, Attribution attribution) {
        this.attribution = attribution;
        this.members = new CarriedMembers(attribution);
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

    /** Whether a label of an entry is or holds such a pattern. */
    public boolean areIn(SwitchEntry entry) {
        return entry.getLabels().stream().anyMatch(label -> label instanceof PatternExpr pattern && asks(pattern));
    }

    /** The class that a pattern by itself tests for; empty if it is none of those. */
    public Optional<TypeElement> type(PatternExpr pattern) {
        return pattern.getType() instanceof ClassOrInterfaceType name
                        && attribution.elementOf(name) instanceof TypeElement type
                        && attribution.carried().contains(type)
                ? Optional.of(type)
                : Optional.empty();
    }

    /** The record that the bridge takes apart for a pattern: it is such a class, or has components of one. */
    public Optional<TypeElement> taken(RecordPatternExpr pattern) {
        TypeElement type = (TypeElement) attribution.types().asElement(attribution.typeOf(pattern));
        boolean mentioned = !attribution.carried().isEmpty()
                && ElementFilter.recordComponentsIn(type.getEnclosedElements()).stream()
                        .anyMatch(component -> members.isMember(component.getAccessor()));
        return mentioned || attribution.carried().contains(type) ? Optional.of(type) : Optional.empty();
    }

    /** Whether a pattern, or one in it, is a test for such a class. */
    public boolean asks(PatternExpr pattern) {
        return pattern instanceof RecordPatternExpr parts
                ? taken(parts).isPresent()
                        || parts.getPatternList().stream()
                                .anyMatch(part -> part instanceof PatternExpr inner && asks(inner))
                : pattern instanceof TypePatternExpr && tested(pattern).isPresent() && !isUnconditional(pattern);
    }

    /** The type of such a class, or of arrays of it, that a type pattern tests for. */
    public Optional<TypeMirror> tested(PatternExpr pattern) {
        TypeMirror element = attribution.typeOf(pattern);
        while (element instanceof ArrayType array) {
            element = array.getComponentType();
        }
        boolean carried = !pattern.getType().isVarType()
                && attribution.types().asElement(element) instanceof TypeElement type
                && attribution.carried().contains(type);
        return carried ? Optional.of(attribution.types().erasure(attribution.typeOf(pattern))) : Optional.empty();
    }

    /** Whether a pattern in a record pattern takes each value of its component, null too. */
    private boolean isUnconditional(PatternExpr pattern) {
        return component(pattern)
                .filter(component -> attribution
                        .types()
                        .isSubtype(
                                attribution.types().erasure(component),
                                attribution.types().erasure(attribution.typeOf(pattern))))
                .isPresent();
    }

    /** The type of the component that a pattern in a record pattern stands for. */
    static Optional<TypeMirror> component(PatternExpr pattern, Attribution attribution) {
        return pattern.getParentNode().orElse(null) instanceof RecordPatternExpr whole
                ? Optional.of(components(whole, attribution)
                        .get(whole.getPatternList().indexOf(pattern)))
                : Optional.empty();
    }

    private Optional<TypeMirror> component(PatternExpr pattern) {
        return component(pattern, attribution);
    }

    /** The types of the components that a record pattern asks for. */
    static List<TypeMirror> components(RecordPatternExpr pattern, Attribution attribution) {
        DeclaredType type = (DeclaredType) attribution.typeOf(pattern);
        return ElementFilter.recordComponentsIn(type.asElement().getEnclosedElements()).stream()
                .map(component -> attribution.types().asMemberOf(type, component.getAccessor()))
                .map(accessor -> ((ExecutableType) accessor).getReturnType())
                .toList();
    }

    /** Whether such a pattern binds a variable. */
    public boolean isBound(Element variable) {
        return variables.contains(variable);
    }

    /** The variable of a pattern that is no record pattern. */
    public static Optional<TypePatternExpr> variable(InstanceOfExpr test) {
        return test.getPattern().filter(TypePatternExpr.class::isInstance).map(TypePatternExpr.class::cast);
    }

    /** Whether a pattern only tests: {@code _} is a name no longer (JLS 3.9). */
    public static boolean isUnnamed(TypePatternExpr pattern) {
        return pattern.getNameAsString().equals("_");
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

    /** Whether the labels of an entry can be one test: there is one pattern, or all are patterns and bind nothing. */
    static boolean arePossible(SwitchEntry entry) {
        return entry.getLabels().size() == 1
                || entry.getLabels().stream().allMatch(Expression::isPatternExpr)
                        && Patterns.in(entry).isEmpty();
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
