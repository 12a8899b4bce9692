package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Reference.BridgeKind;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.plan.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The objects that a body means without naming them: the receiver of the async fn, the instances around it, and those of its own classes. */
final class Instances {
    private final Attribution attribution;
    private final Members members;
    private final LiftedNames lifted;
    private final Variable self;
    private final Predicate<Variable> isOwnField;
    /** The methods by which anonymous classes give their instance to classes inside them. */
    private final Map<TypeElement, String> selves = new HashMap<>();

    private boolean selfUsed;
    private boolean mentioned;

    /** @param isOwnField whether the class around the present text has a variable in a field of its own */
    Instances(
            Attribution attribution,
            Members members,
            LiftedNames lifted,
            Variable self,
            Predicate<Variable> isOwnField) {
        this.attribution = attribution;
        this.members = members;
        this.lifted = lifted;
        this.self = self;
        this.isOwnField = isOwnField;
    }

    /** The async fn's receiver, as seen from a place. */
    Code self(Node at) {
        selfUsed = true;
        mentioned = true;
        if (isOwnField.test(self)) {
            return Code.of(new SourceText.LocalName(self.name()));
        }
        return Code.of(new VariableUse.Read(self, members.isDeferred(at)));
    }

    /** The instance of the user's class, or of one around it, whose member an unqualified name means. */
    Code enclosing(TypeElement host, Node at) {
        Code instance = self(at);
        for (TypeElement type = members.owner(); !type.equals(host); type = (TypeElement) type.getEnclosingElement()) {
            TypeElement outer = (TypeElement) type.getEnclosingElement();
            Reference.Bridged accessor = new Reference.Bridged(BridgeKind.OUTER, type, outer, outer.asType());
            instance = Code.of(said(accessor, type), "(", instance, ")");
        }
        return instance;
    }

    /** What stands for a private class does not tell its type arguments, which are those of the class itself here. */
    private Piece said(Reference.Bridged accessor, TypeElement type) {
        if (!attribution.carried().contains(type)) {
            return accessor;
        }
        List<Object> parts = new ArrayList<>();
        for (TypeMirror argument : arguments((DeclaredType) type.asType())) {
            parts.add(parts.isEmpty() ? "" : ", ");
            parts.add(new Reference.TypeRef(argument));
        }
        return parts.isEmpty() ? accessor : new Reference.BridgedCall(accessor, Code.join(parts));
    }

    /** Those of the classes around come first. */
    private static List<TypeMirror> arguments(DeclaredType type) {
        List<TypeMirror> all = new ArrayList<>();
        if (type.getEnclosingType() instanceof DeclaredType around && around.getKind() == TypeKind.DECLARED) {
            all.addAll(arguments(around));
        }
        all.addAll(type.getTypeArguments());
        return all;
    }

    /** The receiver of an unqualified instance member; empty if it is static. */
    Code receiver(Element member, Node at) {
        return member.getModifiers().contains(Modifier.STATIC) ? Code.EMPTY : enclosing(members.host(member), at);
    }

    /** The object whose superclass's member is selected. */
    Code receiver(SuperExpr expression) {
        TypeElement around = members.ofSuper(expression);
        return around == null ? localReceiver(expression) : enclosing(around, expression);
    }

    private Code localReceiver(SuperExpr expression) {
        return expression
                .getTypeName()
                .flatMap(name -> members.localClassesAround(expression).stream()
                        .filter(type -> type.getSimpleName().contentEquals(name.getIdentifier()))
                        .findFirst())
                .map(type -> localThis(type, expression))
                .orElseGet(() -> Code.of("this"));
    }

    /** The instance of a class of the body, as seen from inside of it. */
    private Code localThis(TypeElement type, Node at) {
        if (members.localClassesAround(at).get(0).equals(type)) {
            return Code.of("this");
        }
        if (type.getNestingKind() == NestingKind.ANONYMOUS && lifted.of(type) == null) {
            return Code.of(
                    selves.computeIfAbsent(type, t -> unusedMethod("self", at)) + "()"); // `this` has no qualifier
        }
        return Code.of((lifted.of(type) != null ? lifted.of(type).name() : type.getSimpleName()) + ".this");
    }

    private String unusedMethod(String wish, Node at) {
        Set<String> taken = members.localClassesAround(at).stream()
                .flatMap(type -> attribution.elements().getAllMembers(type).stream())
                .map(member -> member.getSimpleName().toString())
                .collect(Collectors.toSet());
        String name = wish;
        for (int n = 2; taken.contains(name); n++) {
            name = wish + "_" + n;
        }
        return name;
    }

    /** A method that an anonymous class gets, so that classes inside of it have its instance; empty if none asks for it. */
    Code selfOf(TypeElement anonymous) {
        return selves.containsKey(anonymous)
                ? Code.of(
                        " private ",
                        new Reference.TypeRef(anonymous.getSuperclass()),
                        " " + selves.get(anonymous) + "() { return this; } ")
                : Code.EMPTY;
    }

    /** The object in which an inner one is created where nothing is written before {@code new}. */
    Code enclosingOf(TypeElement inner, Node at) {
        return members.localEnclosing(inner, at)
                .map(type -> localThis(type, at))
                .orElseGet(() -> enclosing(members.enclosing(inner), at));
    }

    /** Whether the async fn's receiver was mentioned so far. */
    boolean areMentioned() {
        return mentioned;
    }

    /** Whether a translation mentions the receiver. */
    boolean usesSelf(Supplier<Code> translation) {
        selfUsed = false;
        translation.get();
        return selfUsed;
    }
}
