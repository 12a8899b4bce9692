package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.asyncfn.processor.attribute.Attribution;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Which switches, and which labels, take every value of the selector. */
public final class ExhaustiveSwitches {
    private final Attribution attribution;
    private final Types types;
    private final Constants constants;

    public ExhaustiveSwitches(Attribution attribution) {
        this.attribution = attribution;
        this.types = attribution.types();
        this.constants = new Constants(attribution);
    }

    boolean isExhaustive(SwitchStmt choice) {
        boolean hasDefault = choice.getEntries().stream()
                .anyMatch(entry -> entry.isDefault() || entry.getLabels().isEmpty());
        return hasDefault || isEnhanced(choice.getSelector(), choice.getEntries());
    }

    /** Whether a switch statement must be exhaustive though it has no default (JLS 14.11.2). */
    public boolean isEnhanced(Expression selector, List<SwitchEntry> entries) {
        boolean labels = entries.stream()
                .flatMap(entry -> entry.getLabels().stream())
                .anyMatch(label -> label.isPatternExpr() || label.isNullLiteralExpr());
        return labels || !isOfOldSwitches(attribution.typeOf(selector));
    }

    private boolean isOfOldSwitches(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM) {
            return true;
        }
        return switch (new Conversions(types).unboxed(type)) {
            case INT, SHORT, CHAR, BYTE -> true;
            default -> Conversions.isString(type);
        };
    }

    /** Whether entries without guards name both booleans, beside which a default is an error. */
    public boolean nameBothBooleans(List<SwitchEntry> entries) {
        return entries.stream()
                        .filter(this::isUnguarded)
                        .flatMap(entry -> entry.getLabels().stream())
                        .map(constants::valueOf)
                        .filter(Boolean.class::isInstance)
                        .distinct()
                        .count()
                == 2;
    }

    /** A guard that is constant is none. */
    public boolean isUnguarded(SwitchEntry entry) {
        return entry.getGuard()
                .map(constants::valueOf)
                .map(Boolean.TRUE::equals)
                .orElse(entry.getGuard().isEmpty());
    }

    /** Whether an entry's pattern matches every value of the selector's type. */
    public boolean isUnconditional(SwitchEntry entry, Expression selector) {
        TypeMirror selected = attribution.typeOf(selector);
        return entry.getLabels().stream()
                .filter(TypePatternExpr.class::isInstance)
                .map(label -> attribution.elementOf(label).asType())
                .filter(type -> !isCarried(type)) // the bridge tests for it
                .anyMatch(type -> isUnconditional(selected, type));
    }

    private boolean isCarried(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element
                && attribution.carried().contains(element);
    }

    private boolean isUnconditional(TypeMirror selected, TypeMirror tested) {
        if (tested.getKind().isPrimitive()) {
            return isExact(selected.getKind(), tested.getKind());
        }
        TypeMirror boxed = selected.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(selected.getKind())).asType()
                : types.erasure(selected);
        return types.isSubtype(boxed, types.erasure(tested));
    }

    /** Whether a primitive conversion is known to lose nothing. */
    private boolean isExact(TypeKind from, TypeKind to) {
        boolean rounds = from == TypeKind.INT && to == TypeKind.FLOAT
                || from == TypeKind.LONG && (to == TypeKind.FLOAT || to == TypeKind.DOUBLE);
        return from.isPrimitive()
                && !rounds
                && types.isSubtype(types.getPrimitiveType(from), types.getPrimitiveType(to));
    }
}
