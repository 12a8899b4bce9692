package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.lower.Deliveries.Delivery;
import dev.asyncfn.processor.plan.Conversions;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Return statements. One that leaves a {@code finally} must not complete the future: it keeps the value, and what
 * comes after the {@code finally} returns it, unless that has replaced it.
 */
final class Returns {
    private final LoweringContext fn;
    private final Recursion parts;
    private final Node method;
    private final Deliveries deliveries;

    Returns(LoweringContext fn, Recursion parts) {
        this.fn = fn;
        this.parts = parts;
        this.method = fn.source().declaration();
        this.deliveries = new Deliveries(fn.awaits(), fn.replacedJumps(), method);
    }

    private TypeMirror type() {
        return fn.attribution().method().getReturnType();
    }

    boolean isVoid() {
        return type().getKind() == TypeKind.VOID;
    }

    /** Whether the statement is a return that does not complete the future at once. */
    boolean leavesTry(Statement statement) {
        return statement instanceof ReturnStmt && fn.exits().leavesTry(statement, method);
    }

    /** Ends the present block by a return that was split. */
    void lower(ReturnStmt statement) {
        Code value =
                statement.getExpression().map(e -> asResult(parts.value(e), e)).orElse(null);
        if (!leavesTry(statement)) {
            fn.graph().end(new End.Return(value));
            return;
        }
        Delivery delivery = delivery(statement);
        if (value != null) {
            fn.graph().add(new Step.Assign(delivery.value(), value, null, true));
        }
        fn.graph().goTo(fn.exits().way(statement, method, delivery.arrival()));
    }

    private Delivery delivery(ReturnStmt statement) {
        return deliveries.of(
                statement,
                () -> new Delivery(
                        isVoid() ? null : fn.variables().pending("result", type()),
                        fn.graph().block("RETURN", statement)));
    }

    /** What stands for a return inside a statement that is kept verbatim. */
    Code inside(ReturnStmt statement) {
        Code value = statement
                .getExpression()
                .map(e -> asResult(fn.translator().translate(e), e))
                .orElse(null);
        if (!leavesFinally(statement)) {
            return Code.of(new Transfer.Return(value, fn.source().file().place(statement)));
        }
        Delivery delivery = delivery(statement);
        Block way = fn.exits().way(statement, method, delivery.arrival());
        return value == null ? fn.jumps().to(way, statement) : fn.jumps().to(way, statement, delivery.value(), value);
    }

    private boolean leavesFinally(Node statement) {
        for (Node n = statement; n != method; n = n.getParentNode().orElseThrow()) {
            if (n instanceof TryStmt attempt
                    && (attempt.getFinallyBlock().isPresent()
                            || !attempt.getResources().isEmpty())) {
                return true;
            }
        }
        return false;
    }

    /** A value as the argument of the completion. */
    Code asResult(Code value, Expression expression) {
        boolean awaited = value.pieces().size() == 1 && value.pieces().get(0) instanceof Computed.Output;
        if (awaited && type().getKind().isPrimitive()) {
            return unboxed((Computed.Output) value.pieces().get(0));
        }
        return new Conversions(fn.attribution().types())
                .resultCast(type(), fn.attribution().typeOf(expression), isSplit(expression) ? null : expression)
                .map(kind -> Code.of(new Computed.Narrowed(kind, value)))
                .orElse(value);
    }

    /** What was awaited is cast to the type of the method if its box is that of the output; else it is converted after the cast. */
    private Code unboxed(Computed.Output output) {
        Conversions conversions = new Conversions(fn.attribution().types());
        return conversions.unboxed(output.type()) == type().getKind()
                ? Code.of(new Computed.Output(type()))
                : Code.of(new Computed.Narrowed(type().getKind(), Code.of(output)));
    }

    /** Whether the value is in a variable already. */
    private boolean isSplit(Expression expression) {
        return fn.awaits().in(expression);
    }

    /** The blocks to which such returns lead at last, if there are any. */
    void place() {
        for (Delivery delivery : deliveries.all()) {
            fn.graph().place(delivery.arrival());
            Variable value = delivery.value();
            fn.graph().end(new End.Return(value == null ? null : Code.of(value)));
        }
    }
}
