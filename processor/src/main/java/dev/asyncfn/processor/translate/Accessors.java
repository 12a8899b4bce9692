package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.plan.Conversions;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Members;
import java.util.Locale;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** The accessors of members that the generated class cannot reach by itself. */
final class Accessors {
    private final Attribution attribution;
    private final Types types;
    private final Members members;
    private final Conversions conversions;

    Accessors(Attribution attribution, Members members) {
        this.attribution = attribution;
        this.types = attribution.types();
        this.members = members;
        this.conversions = new Conversions(types);
    }

    /** The accessor of a member, which is of the class by whose name the bridge looks it up. */
    Reference.Bridged bridged(BridgeKind kind, Element member) {
        TypeElement host = bridgeHost(member, type -> true);
        return bridged(kind, host, (DeclaredType) host.asType(), member);
    }

    /** The accessor of an instance member that is selected of an expression's value. */
    Reference.Bridged bridged(BridgeKind kind, Element member, Expression scope) {
        TypeElement around = scope instanceof SuperExpr expression ? members.ofSuper(expression) : null;
        if (members.isSuperCall(member, scope)) {
            return ofSuper(around, (DeclaredType) attribution.typeOf(scope), member);
        }
        TypeMirror receiver = around == null ? attribution.typeOf(scope) : around.asType();
        TypeElement host = bridgeHost(member, type -> members.supertype(receiver, type) != null);
        return bridged(kind, host, orRaw(host, members.supertype(receiver, host)), member);
    }

    /** The accessor of a method that a class calls by its {@code super}, which is of that type. */
    private Reference.Bridged ofSuper(TypeElement around, DeclaredType above, Element method) {
        return new Reference.Bridged(
                BridgeKind.SUPER,
                around,
                (DeclaredType) around.asType(),
                method,
                types.asMemberOf(above, method),
                false,
                (TypeElement) above.asElement());
    }

    /** What looks up members as a class itself does. */
    Reference.Bridged lookup(TypeElement in) {
        return new Reference.Bridged(BridgeKind.LOOKUP, in, in, in.asType());
    }

    /** The accessor of a constructor. */
    Reference.Bridged bridged(Element constructor, DeclaredType created) {
        TypeElement host = (TypeElement) constructor.getEnclosingElement();
        return bridged(BridgeKind.CREATE, host, orRaw(host, created), constructor);
    }

    /** The type of the class itself, unless it is used as a raw type. */
    private DeclaredType orRaw(TypeElement host, DeclaredType used) {
        boolean raw = Denotable.isParameterized(host.asType()) && !Denotable.isParameterized(used);
        return (DeclaredType) (raw ? types.erasure(host.asType()) : host.asType());
    }

    private Reference.Bridged bridged(BridgeKind kind, TypeElement host, DeclaredType self, Element member) {
        return new Reference.Bridged(kind, host, self, member, types.asMemberOf(self, member), false);
    }

    /** The accessor of a static member that is selected of an expression. */
    Reference.Bridged bridgedAfter(BridgeKind kind, Element member) {
        Reference.Bridged plain = bridged(kind, member);
        return new Reference.Bridged(kind, plain.host(), plain.self(), member, plain.type(), true);
    }

    /** Of a protected member, one of the classes around, as those only may select it (JLS 6.6.2.1). */
    private TypeElement bridgeHost(Element member, Predicate<TypeElement> mayBe) {
        TypeElement declaring = (TypeElement) member.getEnclosingElement();
        if (!member.getModifiers().contains(Modifier.PRIVATE)) {
            for (Element e = members.owner(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
                if (members.hasMember(type, member) && mayBe.test(type)) {
                    return type;
                }
            }
        }
        return declaring;
    }

    /** The cast that keeps an arm of a conditional numeric or boolean; empty if it needs none. */
    Code armCast(Reference.Bridged accessor, Node at) {
        return conversions
                .armCast(accessor.type(), at, attribution)
                .map(kind -> Code.of("(" + kind.name().toLowerCase(Locale.ROOT) + ") "))
                .orElse(Code.EMPTY);
    }
}
