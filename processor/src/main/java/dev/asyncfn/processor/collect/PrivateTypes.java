package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Private types, and for which of them type parameters of their names can stand. */
public final class PrivateTypes {
    private final Types types;
    private final Nameability nameability;

    public PrivateTypes(Types types, Nameability nameability) {
        this.types = types;
        this.nameability = nameability;
    }

    public boolean isOne(TypeElement type) {
        return nameability
                .obstacle(type)
                .filter(obstacle -> obstacle.problem() == Problem.PRIVATE_TYPE)
                .isPresent();
    }

    /** Those that declare a method, and that its signature is made of. */
    public Set<TypeElement> around(ExecutableElement method) {
        Set<TypeElement> found = new LinkedHashSet<>();
        collect(method.getEnclosingElement().asType(), found);
        Signatures.types(method).forEach(type -> collect(type, found));
        return found;
    }

    private void collect(TypeMirror type, Set<TypeElement> found) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && isOne((TypeElement) declared.asElement())) {
            found.add((TypeElement) declared.asElement());
        }
        Nameability.parts(type).forEach(part -> collect(part, found));
    }

    /** Whether the factory can have type parameters for the private types in its signature. */
    boolean areCarriedBy(ExecutableElement method) {
        Set<TypeElement> found = around(method);
        boolean overloaded = method.getEnclosingElement().getEnclosedElements().stream()
                .filter(Naming::isAsyncFn)
                .anyMatch(other -> other != method && other.getSimpleName().equals(method.getSimpleName()));
        return !overloaded
                && !takesArray(method)
                && !boundsClass(method)
                && found.stream()
                        .allMatch(type -> !isGeneric(type)
                                && isFreeName(type, found, method)
                                && !hasSubtype(type, found)
                                && method.getThrownTypes().stream()
                                        .noneMatch(thrown -> types.asElement(thrown) == type));
    }

    /** Whether javac makes an array of a private type for its calls. */
    private boolean takesArray(ExecutableElement method) {
        Set<TypeElement> last = new LinkedHashSet<>();
        if (method.isVarArgs()) {
            collect(
                    method.getParameters()
                            .get(method.getParameters().size() - 1)
                            .asType(),
                    last);
        }
        return !last.isEmpty();
    }

    /** Whether a type parameter of a class around has one for a bound, so that no stand-in is an argument for it. */
    private boolean boundsClass(ExecutableElement method) {
        Set<TypeElement> bounds = new LinkedHashSet<>();
        for (Element e = method.getEnclosingElement(); e instanceof TypeElement type; e = e.getEnclosingElement()) {
            type.getTypeParameters()
                    .forEach(parameter -> parameter.getBounds().forEach(bound -> collect(bound, bounds)));
        }
        return !bounds.isEmpty();
    }

    /** Whether it has type arguments, so that one name would stand for several types. */
    public static boolean isGeneric(TypeElement type) {
        TypeMirror self = type.asType();
        while (self instanceof DeclaredType declared && self.getKind() == TypeKind.DECLARED) {
            if (!declared.getTypeArguments().isEmpty()) {
                return true;
            }
            self = declared.getEnclosingType();
        }
        return false;
    }

    /** Whether the class's name means nothing else where the type parameter does. */
    public static boolean isFreeName(TypeElement type, Set<TypeElement> others, ExecutableElement method) {
        String name = type.getSimpleName().toString();
        boolean taken = others.stream()
                .anyMatch(other -> other != type && other.getSimpleName().contentEquals(name));
        for (Element e = method; e instanceof Parameterizable generic; e = e.getEnclosingElement()) {
            taken |= generic.getTypeParameters().stream()
                    .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name));
        }
        return !taken && !isOfGeneratedCode(name);
    }

    /** Whether a class that generated code itself uses would be hidden. */
    private static boolean isOfGeneratedCode(String name) {
        return name.endsWith("Future")
                || name.endsWith("Async")
                || Set.of(
                                "Bridge",
                                "State",
                                "Poll",
                                "Context",
                                "Traced",
                                "Object",
                                "Exception",
                                "Throwable",
                                "Override",
                                "String",
                                "RuntimeException",
                                "SuppressWarnings",
                                "SafeVarargs",
                                "Void")
                        .contains(name)
                || Character.isLowerCase(name.codePointAt(0));
    }

    /** Whether a value of another of the types is one of this type, too: it would be none of what stands for it. */
    private boolean hasSubtype(TypeElement type, Set<TypeElement> others) {
        TypeMirror erased = types.erasure(type.asType());
        return others.stream()
                .anyMatch(other -> other != type && types.isSubtype(types.erasure(other.asType()), erased));
    }
}
