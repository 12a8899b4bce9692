package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.CarriedConversions;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.type.TypeMirror;

/** The casts of values that become ones of private types above their own. */
final class ConversionCasts {
    private final CarriedConversions conversions;
    private final CarriedOperations operations;
    /** What keeps its own type for now, because it is converted where it is read. */
    private Expression unconverted;

    ConversionCasts(CarriedConversions conversions, CarriedOperations operations) {
        this.conversions = conversions;
        this.operations = operations;
    }

    /** What stands before and behind a value. */
    record Cast(Code before, Code after) {}

    /**
     * The cast of an expression; empty if it is not cast, or if that happens inside its parentheses.
     *
     * @param substituted whether other code stands for it
     */
    Optional<Cast> of(Node node, boolean substituted) {
        if (!(node instanceof Expression expression) || expression.isEnclosedExpr() && !substituted) {
            return Optional.empty();
        }
        Expression value = Awaits.unparenthesized(expression);
        boolean atomic = node instanceof NameExpr
                || !substituted && (node instanceof MethodCallExpr || node instanceof ObjectCreationExpr);
        return value == unconverted ? Optional.empty() : conversions.cast(value).map(type -> cast(type, atomic));
    }

    /** @param atomic whether it needs no parentheses behind a cast */
    private Cast cast(TypeMirror type, boolean atomic) {
        return operations
                .cast(type)
                .map(accessor -> new Cast(Code.of(accessor, "("), Code.of(")")))
                .orElseGet(() -> {
                    if (!conversions.isWritten(type)) {
                        return new Cast(Code.of(new Reference.Inferred(), "("), Code.of(")"));
                    }
                    Reference cast = new Reference.UncheckedCast(type);
                    return atomic ? new Cast(Code.of(cast), Code.EMPTY) : new Cast(Code.of(cast, "("), Code.of(")"));
                });
    }

    /** The code of a value that is to be kept as what it is. */
    Code unconverted(Expression expression, Supplier<Code> translation) {
        Expression value = Awaits.unparenthesized(expression);
        Expression before = unconverted;
        unconverted = value;
        Code code = translation.get();
        unconverted = before;
        return conversions
                .kept(value)
                .map(type -> Code.of(new Reference.UncheckedCast(type), code))
                .orElse(code);
    }
}
