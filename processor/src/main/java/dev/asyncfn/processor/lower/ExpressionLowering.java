package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Composite;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.BridgedPlaces;
import dev.asyncfn.processor.plan.ChosenArguments;
import dev.asyncfn.processor.plan.Conversions;
import dev.asyncfn.processor.plan.Operands;
import dev.asyncfn.processor.plan.Spills;
import dev.asyncfn.processor.plan.Unboxing;
import dev.asyncfn.processor.plan.UnwritableArguments;
import dev.asyncfn.processor.translate.IntersectionReads;
import dev.asyncfn.processor.translate.SharedVariables;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Makes room for awaits inside expressions. After {@link #linearize} everything in an expression up to its last await
 * has been evaluated, in Java's order, and what is left of it can be translated as it stands.
 */
final class ExpressionLowering implements EarlyEvaluation {
    private final LoweringContext fn;
    private final Recursion parts;
    private final Attribution attribution;
    private final Operands operands;
    private final Spills spills;
    private final AwaitLowering awaitLowering;
    private final Conversions conversions;
    private final Unboxing unboxing;
    private final SharedVariables shared;
    private final BridgedPlaces bridged;
    private final UnwritableArguments unwritable;
    private final ChosenArguments chosen;

    ExpressionLowering(LoweringContext fn, Recursion parts) {
        this.fn = fn;
        this.parts = parts;
        this.attribution = fn.attribution();
        this.operands = new Operands(attribution);
        this.spills = new Spills(attribution, fn.awaits());
        this.conversions = new Conversions(attribution.types());
        this.awaitLowering = new AwaitLowering(fn, this);
        this.unboxing = new Unboxing(attribution);
        this.shared = fn.shared();
        this.bridged = fn.bridgedPlaces();
        this.unwritable = new UnwritableArguments(attribution);
        this.chosen = new ChosenArguments(attribution);
    }

    @Override
    public Code lower(Expression expression) {
        linearize(expression);
        return fn.translator().translate(expression);
    }

    void linearize(Expression expression) {
        if (!fn.awaits().in(expression)) {
            return;
        }
        if (fn.awaits().is(expression)) {
            awaitLowering.lower((MethodCallExpr) expression);
        } else if (Operands.isShortCircuit(expression) && fn.awaits().in(((BinaryExpr) expression).getRight())) {
            byCondition(expression);
        } else if (expression instanceof ConditionalExpr conditional && awaitsInBranch(conditional)) {
            conditional(conditional);
        } else if (expression instanceof SwitchExpr choice
                && choice.getEntries().stream().anyMatch(fn.awaits()::in)) {
            replaceBy(choice, parts.value(choice));
        } else if (expression instanceof MethodReferenceExpr reference && bridged.needsKeptReceiver(reference)) {
            boundReference(reference);
        } else if (expression instanceof AssignExpr assign && isCompound(assign)) {
            compound(assign);
        } else {
            List<Expression> parts = operands.of(expression);
            linearizeAll(parts, expression);
        }
    }

    private boolean awaitsInBranch(ConditionalExpr conditional) {
        return fn.awaits().in(conditional.getThenExpr()) || fn.awaits().in(conditional.getElseExpr());
    }

    @Override
    public void linearizeAll(List<Expression> parts, Expression parent) {
        int last = parts.size() - 1;
        while (last >= 0 && !fn.awaits().in(parts.get(last))) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            linearize(parts.get(i));
            if (i < last) {
                spill(parts.get(i), parts.subList(i + 1, parts.size()), parent);
            }
        }
        parts.forEach(shared::retype);
    }

    private void spill(Expression operand, List<Expression> later, Expression parent) {
        boolean text = spills.isConvertedToString(operand, parent);
        TypeMirror primitive = unboxing.of(operand);
        boolean outer = isOuterInstance(operand, parent);
        if (!text && primitive == null && !spills.isNeeded(operand, later)) {
            if (outer && !operand.isThisExpr()) {
                fn.graph().add(new Step.Evaluate(notNull(operand), SourceText.Comment.NONE));
            }
            return;
        }
        shared.keep(operand);
        Code value = fn.translator().unconverted(operand, () -> shared.typed(operand));
        TypeMirror type = primitive == null ? shared.typeOfKept(operand) : primitive;
        if (text) {
            boolean chars = type.getKind() == TypeKind.ARRAY;
            value = Code.of(new Computed.TextOf(value, chars));
            type = attribution.elements().getTypeElement("java.lang.String").asType();
        } else if (operand.isArrayInitializerExpr()) {
            value = Code.of(new Reference.NewArray(type), value);
        } else if (outer) {
            value = notNull(operand);
        } else if (fn.polyExpressions().needsTarget(operand)) {
            Composite target = Composites.of(type, fn.denotable());
            value = target == null ? value : target.target(value); // no declaration says it
        }
        replaceBy(operand, keep(value, type, spills.nameOf(operand, parent), operand));
    }

    private Code notNull(Expression operand) {
        return Code.of(new Computed.NotNull(fn.translator().translate(operand)));
    }

    private static boolean isOuterInstance(Expression operand, Expression parent) {
        return parent instanceof ObjectCreationExpr creation
                && creation.getScope().orElse(null) == operand;
    }

    @Override
    public Variable keep(Code value, TypeMirror type, String name, Expression kept) {
        Variable variable = fn.variables().spill(name, type, kept);
        fn.graph().add(new Step.Assign(variable, value, null, true));
        return variable;
    }

    @Override
    public void replaceBy(Expression expression, Variable variable) {
        fn.variables().checkKept(expression);
        Code read = IntersectionReads.of(variable, false, expression, attribution);
        Code value = unwritable
                .cast(expression)
                .or(() -> chosen.cast(expression))
                .map(type -> Code.of(new Reference.CastTogether(List.of(type)), read))
                .orElse(read);
        fn.translator().substitute(expression, shared.asArgument(expression, value));
    }

    // ---- what is evaluated only sometimes

    private void byCondition(Expression expression) {
        Variable result = fn.variables()
                .choice(
                        ((BinaryExpr) expression).getOperator() == BinaryExpr.Operator.AND ? "both" : "either",
                        attribution.typeOf(expression),
                        expression);
        Block whenTrue = fn.graph().block("WHEN_TRUE", expression);
        Block whenFalse = fn.graph().block("WHEN_FALSE", expression);
        Block join = fn.graph().block("DECIDED", expression);
        parts.condition(expression, whenTrue, whenFalse, true);
        fn.graph().place(whenTrue);
        fn.graph().add(new Step.Assign(result, Code.of(new Computed.Literal(true)), null, true));
        fn.graph().goTo(join);
        fn.graph().place(whenFalse);
        fn.graph().add(new Step.Assign(result, Code.of(new Computed.Literal(false)), null, true));
        fn.graph().place(join);
        replaceBy(expression, result);
    }

    private void conditional(ConditionalExpr expression) {
        shared.keep(expression);
        Variable result = fn.variables().choice("chosen", attribution.typeOf(expression), expression);
        Block whenTrue = fn.graph().block("THEN", expression.getThenExpr());
        Block whenFalse = fn.graph().block("ELSE", expression.getElseExpr());
        Block join = fn.graph().block("CHOSEN", expression);
        parts.condition(expression.getCondition(), whenTrue, whenFalse, true);
        fn.graph().place(whenTrue);
        fn.graph().add(new Step.Assign(result, chosen(expression.getThenExpr()), null, true));
        fn.graph().goTo(join);
        fn.graph().place(whenFalse);
        fn.graph().add(new Step.Assign(result, chosen(expression.getElseExpr()), null, true));
        fn.graph().place(join);
        replaceBy(expression, result);
    }

    private Code chosen(Expression branch) {
        linearize(branch);
        return shared.typed(branch);
    }

    /** A bound receiver is evaluated and checked for null when the reference is (JLS 15.13.3). */
    private void boundReference(MethodReferenceExpr reference) {
        Expression scope = reference.getScope();
        linearize(scope);
        Variable receiver = keep(notNull(scope), attribution.typeOf(scope), "bound", scope);
        fn.translator().substitute(scope, Code.of(new VariableUse.Read(receiver, true)));
    }

    // ---- compound assignment

    private boolean isCompound(AssignExpr assign) {
        boolean isBridged = bridged.isTarget(assign.getTarget());
        return assign.getOperator() != AssignExpr.Operator.ASSIGN
                && (isBridged || fn.awaits().in(assign.getValue()) && !isStableLocal(assign));
    }

    /** The old value, unboxed or converted to a string as the operator does before it goes on to the right side. */
    private Variable keepOld(Expression target, Expression operand) {
        TypeMirror type = attribution.typeOf(target);
        Code value = fn.translator().translate(target);
        TypeMirror primitive = unboxing.unboxed(type);
        boolean appends = Conversions.isString(attribution.typeOf(operand)) || Conversions.isString(type);
        if (appends && !Spills.isImmutable(type)) {
            TypeMirror string =
                    attribution.elements().getTypeElement("java.lang.String").asType();
            return keep(Code.of(new Computed.TextOf(value, false)), string, "old", target);
        }
        return keep(value, primitive == null || appends ? type : primitive, "old", target);
    }

    /** {@code x += await(f)} may stay as it is if only this assigns x: nobody can change it meanwhile. */
    private boolean isStableLocal(AssignExpr assign) {
        return Awaits.unparenthesized(assign.getTarget()) instanceof NameExpr name
                && fn.names().of(attribution.elementOf(name)) != null
                && (attribution.typeOf(name).getKind().isPrimitive() || Conversions.isString(attribution.typeOf(name)))
                && !spills.isNeeded(name, List.of(assign.getValue()));
    }

    /** {@code place op= value}: the place and its old value are read before the right side runs (JLS 15.26.2). */
    private void compound(AssignExpr assign) {
        List<Expression> place = operands.place(assign.getTarget());
        List<Expression> all = new ArrayList<>(place);
        all.add(assign.getValue());
        for (int i = 0; i < place.size(); i++) {
            linearize(place.get(i));
            spill(place.get(i), all.subList(i + 1, all.size()), Awaits.unparenthesized(assign.getTarget()));
        }
        TypeMirror type = attribution.typeOf(assign.getTarget());
        Expression target = Awaits.unparenthesized(assign.getTarget());
        Variable old = keepOld(target, assign.getValue());
        linearize(assign.getValue());
        Code value = fn.translator().translate(assign.getValue());
        String operator = assign.getOperator().toBinaryOperator().orElseThrow().asString();
        boolean atomic = Awaits.unparenthesized(assign.getValue()).isMethodCallExpr()
                || assign.getValue().isLiteralExpr()
                || assign.getValue().isNameExpr();
        Code right = atomic ? value : Code.of(new Computed.Parenthesized(value));
        Code sum = Code.of(new Computed.Binary(Code.of(old), operator, right));
        Code result = conversions
                .compoundCast(type, attribution.typeOf(assign.getValue()), assign.getOperator())
                .map(kind -> Code.of(new Computed.Narrowed(kind, sum)))
                .orElse(sum);
        Code store = bridged.isTarget(target)
                ? fn.translator().bridgedFields().writeExact(target, result)
                : Code.of(new Computed.Store(fn.translator().translate(assign.getTarget()), result));
        boolean operand =
                !AwaitLowering.isDiscarded(assign) && !(assign.getParentNode().orElseThrow() instanceof EnclosedExpr);
        fn.translator().substitute(assign, operand ? Code.of(new Computed.Parenthesized(store)) : store);
    }
}
