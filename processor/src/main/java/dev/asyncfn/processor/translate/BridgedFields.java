package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Piece.BridgeKind;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.Conversions;
import dev.asyncfn.processor.plan.Members;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Assignments to fields that generated code cannot reach: they become calls of the bridge. */
public final class BridgedFields {
    private final Translator translator;
    private final NameTranslation names;
    private final Attribution attribution;
    private final Members members;
    private final Conversions conversions;

    BridgedFields(Translator translator, NameTranslation names, Attribution attribution, Members members) {
        this.translator = translator;
        this.names = names;
        this.attribution = attribution;
        this.members = members;
        this.conversions = new Conversions(attribution.types());
    }

    public boolean isTarget(Expression target) {
        Expression place = Awaits.unparenthesized(target);
        if (!(place instanceof NameExpr || place instanceof FieldAccessExpr)) {
            return false;
        }
        Element field = attribution.elementOf(place);
        return field != null
                && NameTranslation.isField(field)
                && (place instanceof FieldAccessExpr access
                        ? members.needsBridge(field, access.getScope())
                        : members.needsBridge(field) && !members.isLocalMember(field, place));
    }

    boolean isStepped(UnaryExpr unary) {
        return NameTranslation.isStep(unary) && isTarget(unary.getExpression());
    }

    /** Whether the field's receiver may be evaluated twice with no one noticing. */
    public boolean hasStableReceiver(Expression target) {
        return !(Awaits.unparenthesized(target) instanceof FieldAccessExpr access)
                || isStatic(attribution.elementOf(access))
                        && translator.discarded(access).isEmpty()
                || access.getScope() instanceof ThisExpr
                || access.getScope() instanceof SuperExpr
                || access.getScope() instanceof NameExpr
                || translator.isSubstituted(access.getScope());
    }

    /** Whether it can be seen how often the field's receiver is evaluated. */
    boolean hasEffects(Expression target) {
        return !hasStableReceiver(target)
                && target.findFirst(
                                Expression.class,
                                part -> part.isMethodCallExpr()
                                        || part.isObjectCreationExpr()
                                        || part.isAssignExpr()
                                        || part instanceof UnaryExpr unary && NameTranslation.isStep(unary))
                        .isPresent();
    }

    Code assign(AssignExpr assign) {
        Expression target = Awaits.unparenthesized(assign.getTarget());
        if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
            return write(target, translator.translate(assign.getValue()), assign.getValue());
        }
        return hasEffects(target)
                ? translator
                        .keptInPlace()
                        .assigning(assign, ((FieldAccessExpr) target).getScope(), () -> compound(assign, target))
                : compound(assign, target);
    }

    private Code compound(AssignExpr assign, Expression target) {
        Code value = translator.translate(assign.getValue());
        String operator = assign.getOperator().toBinaryOperator().orElseThrow().asString();
        String cast = conversions.compoundCast(
                attribution.typeOf(target), attribution.typeOf(assign.getValue()), assign.getOperator());
        Code sum = Code.of(translator.translate(target), " " + operator + " (", value, ")");
        return writeExact(target, cast.isEmpty() ? sum : Code.of(cast + "(", sum, ")"));
    }

    /** The call that gives a field the value of an expression. */
    Code write(Expression target, Code value, Expression expression) {
        String cast = conversions.argumentCast(attribution.typeOf(target), attribution.typeOf(expression));
        return writeExact(target, cast.isEmpty() ? value : Code.of(cast + "(", value, ")"));
    }

    /** The call that gives a field a value which has the field's type already. */
    public Code writeExact(Expression target, Code value) {
        Expression place = Awaits.unparenthesized(target);
        Element field = attribution.elementOf(place);
        Code receiver = receiver(place, field);
        Piece.Bridged accessor = accessor(BridgeKind.WRITE, place, field);
        return Code.of(typed(accessor, place), "(", receiver, receiver.isEmpty() ? "" : ", ", value, ")");
    }

    Code step(UnaryExpr unary) {
        Expression place = Awaits.unparenthesized(unary.getExpression());
        Element field = attribution.elementOf(place);
        BridgeKind kind = switch (unary.getOperator()) {
            case PREFIX_INCREMENT -> BridgeKind.PRE_INCREMENT;
            case PREFIX_DECREMENT -> BridgeKind.PRE_DECREMENT;
            case POSTFIX_INCREMENT -> BridgeKind.POST_INCREMENT;
            default -> BridgeKind.POST_DECREMENT;
        };
        return Code.of(typed(stepped(kind, place, field), place), "(", receiver(place, field), ")");
    }

    /** A type variable has no {@code ++}: what steps is the number that it stands for there. */
    private Piece.Bridged stepped(BridgeKind kind, Expression place, Element field) {
        Piece.Bridged bridged = accessor(kind, place, field);
        boolean variable = bridged.type().getKind() == TypeKind.TYPEVAR;
        return variable ? new Piece.Bridged(kind, bridged.host(), field, attribution.typeOf(place)) : bridged;
    }

    private Piece.Bridged accessor(BridgeKind kind, Expression place, Element field) {
        if (place instanceof FieldAccessExpr access && !isStatic(field)) {
            return members.bridged(kind, field, access.getScope());
        }
        return translator.discarded(place).isEmpty() ? members.bridged(kind, field) : members.bridgedAfter(kind, field);
    }

    private Code receiver(Expression place, Element field) {
        if (isStatic(field)) {
            return translator.discarded(place);
        }
        return place instanceof FieldAccessExpr access
                ? translator.asArgument(access.getScope())
                : names.receiver(field, place);
    }

    private Piece typed(Piece.Bridged accessor, Expression place) {
        return place instanceof FieldAccessExpr access
                ? translator.typeArguments().of(accessor, access)
                : accessor;
    }

    private static boolean isStatic(Element field) {
        return field.getModifiers().contains(Modifier.STATIC);
    }
}
