package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.ErasedSignature;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.VirtualFns;
import dev.asyncfn.processor.plan.Members;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Calls of virtual async fns by {@code super}. They make the future of the body that is inherited now. A type between the two that is
 * compiled by itself may override it later; Java's call would find that, so the future checks it.
 */
final class SuperCalls {
    private final Attribution attribution;
    private final Members members;
    private final Types types;

    SuperCalls(Attribution attribution, Members members) {
        this.attribution = attribution;
        this.members = members;
        this.types = attribution.types();
    }

    /** The receiver of such a call, checked where that is needed. */
    Code checked(Code receiver, Expression scope, ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!(scope instanceof SuperExpr) || !VirtualFns.isVirtual(method)) {
            return receiver;
        }
        TypeElement above = nameable((TypeElement) types.asElement(attribution.typeOf(scope)));
        if (!isBelow(above, owner) || !mayOverride(above, owner)) {
            return receiver;
        }
        TypeElement host = members.ofSuper((SuperExpr) scope);
        boolean hidden = !attribution.isAccessible(owner); // then javac's own cast to it is an error
        if (hidden && (VirtualFns.isPrivate(host) || TypeArguments.isGeneric(host))) {
            return receiver;
        }
        String signature = ErasedSignature.of(method, attribution.elements());
        return Code.join(List.of(
                hidden ? Code.join(List.of("(", new Reference.ClassRef(host), ") ")) : Code.EMPTY,
                new Reference.Facade(owner),
                "." + VirtualFns.TABLES + ".",
                hidden ? Code.join(List.of("<", object(), ">")) : Code.EMPTY,
                "inherited(",
                new Reference.ClassRef(above),
                ".class, \"" + signature + "\", ",
                receiver,
                ")"));
    }

    private Reference object() {
        return new Reference.ClassRef(attribution.elements().getTypeElement("java.lang.Object"));
    }

    /** The type itself, or the nearest class above it that generated code can name. */
    private TypeElement nameable(TypeElement type) {
        TypeElement at = type;
        while ((VirtualFns.isPrivate(at) || !attribution.isAccessible(at))
                && at.getSuperclass() instanceof DeclaredType superclass) {
            at = (TypeElement) superclass.asElement();
        }
        return at;
    }

    /** Whether a type above, or the type itself, overrides methods of the owner and is compiled apart from the body. */
    private boolean mayOverride(TypeElement type, TypeElement owner) {
        boolean overrides = isBelow(type, owner)
                || owner.getKind().isInterface() && !type.getKind().isInterface() && !isObject(type);
        return overrides && !isCompiledTogether(type)
                || types.directSupertypes(type.asType()).stream()
                        .map(types::asElement)
                        .anyMatch(above -> mayOverride((TypeElement) above, owner));
    }

    private boolean isBelow(TypeElement type, TypeElement owner) {
        return !type.equals(owner) && types.isSubtype(erased(type), erased(owner));
    }

    private TypeMirror erased(Element type) {
        return types.erasure(type.asType());
    }

    private static boolean isObject(TypeElement type) {
        return type.getQualifiedName().contentEquals("java.lang.Object");
    }

    private boolean isCompiledTogether(TypeElement type) {
        return Naming.outermost(type).equals(Naming.outermost(members.owner()));
    }
}
