package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Composite;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.InferredVariables;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.plan.Spills;
import dev.asyncfn.processor.plan.Unboxing;
import dev.asyncfn.processor.plan.UnwritableArguments;
import dev.asyncfn.processor.translate.IntersectionReads;
import dev.asyncfn.processor.translate.SharedVariables;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Ends a block at each await, with the code that makes what is awaited. */
final class AwaitLowering {
    private final LoweringContext fn;
    private final EarlyEvaluation early;
    private final Attribution attribution;
    private final Operands operands;
    private final Spills spills;
    private final OtherFutures others;
    private final Unboxing unboxing;
    private final SharedVariables shared;
    private final UnwritableArguments unwritable;

    /** @param early evaluates what comes before an await in its expression */
    AwaitLowering(LoweringContext fn, EarlyEvaluation early) {
        this.fn = fn;
        this.early = early;
        this.attribution = fn.attribution();
        this.operands = new Operands(attribution);
        this.spills = new Spills(attribution, fn.awaits());
        this.others = new OtherFutures(attribution, fn.awaits());
        this.unboxing = new Unboxing(attribution);
        this.shared = fn.shared();
        this.unwritable = new UnwritableArguments(attribution);
    }

    /** Ends a block at an await; the next one begins with its value. */
    void lower(MethodCallExpr call) {
        shared.keep(call);
        TypeMirror type = futureType(call);
        Composite target = type == null ? target(call) : null;
        Code plain = future(call, type != null);
        Code future = target == null ? plain : target.target(plain);
        String name = spills.nameOfAwaited(call);
        Block resume = fn.graph().block(Roles.await(name, call, awaited(call)), call);
        boolean wanted = isValueUsed(call);
        fn.graph()
                .end(new End.Await(
                        future,
                        name,
                        type,
                        resume,
                        wanted,
                        wanted ? unboxing.ofValue(call) : null,
                        fn.source().file().place(awaited(call)),
                        lineOf(call)));
        fn.graph().place(resume);
        fn.translator().substitute(call, wanted ? output(call) : Code.of(new Computed.Literal(null)));
    }

    private Expression awaited(MethodCallExpr call) {
        boolean direct = fn.awaits().kind(call) == Awaits.Kind.ASYNC_FN;
        return direct ? fn.awaits().asyncCall(call) : Awaits.unparenthesized(call.getArgument(0));
    }

    /** Where javac says that a call stands: at its parenthesis, which in a chain of calls may be lines below its start. */
    private int lineOf(MethodCallExpr await) {
        boolean direct = fn.awaits().kind(await) == Awaits.Kind.ASYNC_FN;
        SourceFile file = fn.source().file();
        return file.line(file.end((direct ? fn.awaits().asyncCall(await) : await).getName()));
    }

    private Code output(MethodCallExpr call) {
        fn.variables().checkKept(call);
        TypeMirror type = attribution.typeOf(call);
        Code any = Code.of(new Computed.Output(fn.objectType()));
        Code inferred = shared.asArgument(call, any);
        Composite composite = Composites.of(type, fn.denotable());
        boolean asClass = IntersectionReads.isTestedForClass(call, attribution)
                || IntersectionReads.isObject(composite, call, attribution);
        if (inferred == any && composite != null && !asClass) {
            return composite.of(any);
        }
        Code output = inferred == any
                ? cast(any, spills.isKept(call) ? type : unwritable.cast(call).orElse(type), call, asClass)
                : inferred;
        return isOperandOfSelection(call) ? Code.of(new Computed.Parenthesized(output)) : output;
    }

    private Code cast(Code output, TypeMirror type, MethodCallExpr call, boolean asClass) {
        List<TypeMirror> bounds = fn.denotable().bounds(type);
        return bounds.isEmpty() || asClass
                ? Code.of(new Computed.Output(fn.denotable().upper(type)))
                : IntersectionReads.asAll(bounds, output, call);
    }

    /** A cast binds weaker than a selection. */
    private static boolean isOperandOfSelection(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        return parent instanceof MethodCallExpr call && call.getScope().orElse(null) == expression
                || parent instanceof FieldAccessExpr
                || parent instanceof MethodReferenceExpr
                || parent instanceof ArrayAccessExpr access && access.getName() == expression
                || parent instanceof ObjectCreationExpr creation
                        && creation.getScope().orElse(null) == expression;
    }

    private boolean isValueUsed(MethodCallExpr call) {
        return attribution.typeOf(call).getKind() != TypeKind.VOID && !isDiscarded(call);
    }

    /** @param declared whether the future's type is written down */
    private Code future(MethodCallExpr call, boolean declared) {
        if (fn.awaits().kind(call) == Awaits.Kind.ASYNC_FN) {
            return factoryCall(fn.awaits().asyncCall(call));
        }
        early.linearizeAll(call.getArguments(), call);
        Code arguments = declared && call.getArguments().size() == 1
                ? shared.typed(call.getArgument(0))
                : fn.translator().translateAll(call.getArguments());
        return fn.awaits().kind(call) == Awaits.Kind.FUTURE ? arguments : others.future(call, arguments);
    }

    /** What is awaited is declared with its type wherever that may have helped javac to infer type arguments. */
    private TypeMirror futureType(MethodCallExpr call) {
        return switch (fn.awaits().kind(call)) {
            case ASYNC_FN -> fn.factories().targetType(fn.awaits().asyncCall(call));
            case FUTURE -> {
                TypeMirror type = attribution.typeOf(call.getArgument(0));
                yield fn.denotable().holds(type) ? fn.denotable().upper(type) : wanted(call, type);
            }
            case STAGE, FALLIBLE_STAGE, BRIDGED -> wanted(call, others.type(call));
        };
    }

    /** The type, or null if it cannot be written, or if javac infers the same without it. */
    private TypeMirror wanted(MethodCallExpr call, TypeMirror type) {
        if (!fn.polyExpressions().needsTarget(call.getArgument(0))) {
            return null;
        }
        return capturesResult(call.getArgument(0), type)
                ? fn.denotable().upper(type)
                : fn.denotable().instance(type);
    }

    /** Whether something in the type is captured of what a generic call gives, as {@code A} of a {@code Collector<T, ?, R>}, and so is no operand's. */
    private boolean capturesResult(Expression awaited, TypeMirror type) {
        Set<TypeVariable> captured = InferredVariables.in(type);
        removeThoseOfOperands(awaited, captured);
        return !captured.isEmpty();
    }

    private void removeThoseOfOperands(Node part, Set<TypeVariable> captured) {
        if (captured.isEmpty() || !(part instanceof Expression expression)) {
            return;
        }
        Expression value = Awaits.unparenthesized(expression);
        if (value instanceof ConditionalExpr || fn.polyExpressions().isInferred(value)) {
            value.getChildNodes().forEach(operand -> removeThoseOfOperands(operand, captured));
        } else {
            captured.removeAll(InferredVariables.in(attribution.typeOf(value)));
        }
    }

    /** The type of what is awaited, if that matters and only inference can say it; else null. */
    private Composite target(MethodCallExpr call) {
        if (fn.awaits().kind(call) == Awaits.Kind.ASYNC_FN
                || !fn.polyExpressions().needsTarget(call.getArgument(0))) {
            return null;
        }
        boolean future = fn.awaits().kind(call) == Awaits.Kind.FUTURE;
        return Composites.of(future ? attribution.typeOf(call.getArgument(0)) : others.type(call), fn.denotable());
    }

    private Code factoryCall(MethodCallExpr call) {
        Expression discarded = operands.discarded(call);
        if (discarded == null) {
            call.getScope()
                    .filter(scope -> fn.factories().mustKeepReceiver(call))
                    .ifPresent(scope -> early.replaceBy(
                            scope,
                            early.keep(early.lower(scope), attribution.typeOf(scope), spills.nameOf(scope), scope)));
            early.linearizeAll(operands.of(call), call);
        } else {
            early.keep(early.lower(discarded), attribution.typeOf(discarded), spills.nameOf(discarded), discarded);
            early.linearizeAll(call.getArguments(), call);
        }
        return fn.factories().call(call);
    }

    /** Whether an expression is evaluated only for its effects. */
    static boolean isDiscarded(Expression expression) {
        Node parent = expression.getParentNode().orElseThrow();
        return parent instanceof ExpressionStmt statement && !isValueOfEntry(statement)
                || parent instanceof ForStmt loop
                        && (loop.getInitialization().contains(expression)
                                || loop.getUpdate().contains(expression));
    }

    /** {@code case 1 -> expression;} gives the value to its switch expression. */
    private static boolean isValueOfEntry(ExpressionStmt statement) {
        return statement.getParentNode().orElseThrow() instanceof SwitchEntry entry
                && entry.getType() == SwitchEntry.Type.EXPRESSION
                && entry.getParentNode().orElseThrow() instanceof SwitchExpr;
    }
}
