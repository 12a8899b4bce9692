package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.BridgedPlaces;
import dev.asyncfn.processor.plan.Conversions;
import dev.asyncfn.processor.plan.Members;
import dev.asyncfn.processor.plan.Operands;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Assignments to fields that generated code cannot reach: they become calls of the bridge. */
public final class BridgedFields {
    private final Translation translator;
    private final NameTranslation names;
    private final TypeArguments typeArguments;
    private final KeptInPlace keptInPlace;
    private final BridgedPlaces places;
    private final Attribution attribution;
    private final Accessors accessors;
    private final Conversions conversions;

    BridgedFields(
            Translation translator,
            NameTranslation names,
            TypeArguments typeArguments,
            KeptInPlace keptInPlace,
            Attribution attribution,
            Members members) {
        this.translator = translator;
        this.names = names;
        this.typeArguments = typeArguments;
        this.keptInPlace = keptInPlace;
        this.places = new BridgedPlaces(attribution, members);
        this.attribution = attribution;
        this.accessors = new Accessors(attribution, members);
        this.conversions = new Conversions(attribution.types());
    }

    /** Whether it can be seen how often the field's receiver is evaluated. */
    private boolean hasEffects(Expression target) {
        return !places.hasStableReceiver(target)
                && !translator.isSubstituted(((FieldAccessExpr) target).getScope())
                && target.findFirst(
                                Expression.class,
                                part -> part.isMethodCallExpr()
                                        || part.isObjectCreationExpr()
                                        || part.isAssignExpr()
                                        || part instanceof UnaryExpr unary && Operands.isStep(unary))
                        .isPresent();
    }

    Code assign(AssignExpr assign) {
        Expression target = Awaits.unparenthesized(assign.getTarget());
        if (assign.getOperator() == AssignExpr.Operator.ASSIGN) {
            return write(target, translator.translate(assign.getValue()), assign.getValue());
        }
        return hasEffects(target)
                ? keptInPlace.assigning(assign, ((FieldAccessExpr) target).getScope(), () -> compound(assign, target))
                : compound(assign, target);
    }

    private Code compound(AssignExpr assign, Expression target) {
        Code value = translator.translate(assign.getValue());
        String operator = assign.getOperator().toBinaryOperator().orElseThrow().asString();
        Code sum = Code.of(new Computed.Binary(
                translator.translate(target), operator, Code.of(new Computed.Parenthesized(value))));
        return writeExact(
                target,
                narrowed(
                        conversions.compoundCast(
                                attribution.typeOf(target),
                                attribution.typeOf(assign.getValue()),
                                assign.getOperator()),
                        sum));
    }

    private static Code narrowed(Optional<TypeKind> kind, Code value) {
        return kind.map(to -> Code.of(new Computed.Narrowed(to, value))).orElse(value);
    }

    /** The call that gives a field the value of an expression. */
    Code write(Expression target, Code value, Expression expression) {
        return writeExact(
                target,
                narrowed(conversions.argumentCast(attribution.typeOf(target), attribution.typeOf(expression)), value));
    }

    /** The call that gives a field a value which has the field's type already. */
    public Code writeExact(Expression target, Code value) {
        Expression place = Awaits.unparenthesized(target);
        Element field = attribution.elementOf(place);
        Code receiver = receiver(place, field);
        Reference.Bridged accessor = accessor(BridgeKind.WRITE, place, field);
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
    private Reference.Bridged stepped(BridgeKind kind, Expression place, Element field) {
        Reference.Bridged bridged = accessor(kind, place, field);
        boolean variable = bridged.type().getKind() == TypeKind.TYPEVAR;
        return variable ? new Reference.Bridged(kind, bridged.host(), field, attribution.typeOf(place)) : bridged;
    }

    private Reference.Bridged accessor(BridgeKind kind, Expression place, Element field) {
        if (place instanceof FieldAccessExpr access && !isStatic(field)) {
            return accessors.bridged(kind, field, access.getScope());
        }
        return translator.discarded(place).isEmpty()
                ? accessors.bridged(kind, field)
                : accessors.bridgedAfter(kind, field);
    }

    private Code receiver(Expression place, Element field) {
        if (isStatic(field)) {
            return translator.discarded(place);
        }
        return place instanceof FieldAccessExpr access
                ? translator.asArgument(access.getScope())
                : names.instances().receiver(field, place);
    }

    private Piece typed(Reference.Bridged accessor, Expression place) {
        return place instanceof FieldAccessExpr access
                ? typeArguments.of(accessor, access)
                : typeArguments.of(accessor, place);
    }

    private static boolean isStatic(Element field) {
        return field.getModifiers().contains(Modifier.STATIC);
    }
}
