package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
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
        typesAround(method).forEach(type -> found.add((TypeElement) type.asElement()));
        return found;
    }

    /** The types of them that the receiver and the signature mention. */
    public List<DeclaredType> typesAround(ExecutableElement method) {
        List<DeclaredType> found = new ArrayList<>();
        if (!isStatic(method)) {
            collect(method.getEnclosingElement().asType(), found);
        }
        Signatures.types(method).forEach(type -> collect(type, found));
        return found;
    }

    private void collect(TypeMirror type, Set<TypeElement> found) {
        List<DeclaredType> all = new ArrayList<>();
        collect(type, all);
        all.forEach(each -> found.add((TypeElement) each.asElement()));
    }

    private void collect(TypeMirror type, List<DeclaredType> found) {
        if (type instanceof DeclaredType declared
                && type.getKind() == TypeKind.DECLARED
                && isOne((TypeElement) declared.asElement())) {
            found.add(declared);
        }
        Nameability.parts(type).forEach(part -> collect(part, found));
    }

    /** Why the factory cannot have type parameters for the private types in its signature; empty if it can. */
    Optional<String> obstacle(ExecutableElement method) {
        Set<TypeElement> found = around(method);
        boolean confused = method.getEnclosingElement().getEnclosedElements().stream()
                .filter(other -> !other.equals(method) && Naming.isAsyncFn(other))
                .anyMatch(other -> isConfusedWith(method, (ExecutableElement) other));
        Predicate<TypeElement> thrown =
                type -> method.getThrownTypes().stream().anyMatch(each -> type.equals(types.asElement(each)));
        if (confused) {
            return Optional.of("a call of it could mean the factory of an overload");
        }
        if (takesArray(method)) {
            return Optional.of("a call of it makes an array of a private type");
        }
        if (boundsClass(method)) {
            return Optional.of("a type parameter of the class is bounded by a private type");
        }
        if (boundsWithOthers(method)) {
            return Optional.of("a private type cannot be one of several bounds of a type parameter");
        }
        if (!found.stream().allMatch(type -> isFreeName(type, found, method))) {
            return Optional.of("a type parameter cannot have its name, which means something else there");
        }
        return found.stream().anyMatch(thrown)
                ? Optional.of("a private type in `throws` cannot become a type parameter")
                : Optional.empty();
    }

    /**
     * Whether javac could take the factory of another async fn for that of a method: anything is a value of a type parameter. That the
     * receiver is one makes no difference between instance methods.
     */
    private boolean isConfusedWith(ExecutableElement method, ExecutableElement other) {
        if (!FactoryNames.areSame(method, other)) {
            return false;
        }
        boolean oneStatic = isStatic(method) != isStatic(other);
        boolean told = !oneStatic
                && inParameters(method).isEmpty()
                && inParameters(other).isEmpty();
        boolean sameNumber = method.getParameters().size() + (isStatic(method) ? 0 : 1)
                == other.getParameters().size() + (isStatic(other) ? 0 : 1);
        return !told && (sameNumber || method.isVarArgs() || other.isVarArgs());
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    private Set<TypeElement> inParameters(ExecutableElement method) {
        Set<TypeElement> found = new LinkedHashSet<>();
        method.getParameters().forEach(parameter -> collect(parameter.asType(), found));
        return found;
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

    /** Whether it has a type parameter with several bounds: what stands for a private type can only be a bound alone. */
    private boolean boundsWithOthers(ExecutableElement method) {
        return method.getTypeParameters().stream()
                .filter(parameter -> parameter.getBounds().size() > 1)
                .flatMap(parameter -> parameter.getBounds().stream())
                .anyMatch(bound -> types.asElement(bound) instanceof TypeElement type && isOne(type));
    }

    /** Whether the class's name means nothing else where the type parameter does. */
    public static boolean isFreeName(TypeElement type, Set<TypeElement> others, ExecutableElement method) {
        String name = type.getSimpleName().toString();
        boolean taken = others.stream()
                .anyMatch(other -> !other.equals(type) && other.getSimpleName().contentEquals(name));
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
                                "Void",
                                "Matched",
                                "MaybeMatched")
                        .contains(name)
                || Character.isLowerCase(name.codePointAt(0));
    }
}
