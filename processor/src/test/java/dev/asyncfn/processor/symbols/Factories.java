package dev.asyncfn.processor.symbols;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Which async fn's future a call in generated code makes: by the class of the future, and by the factory that gives it. */
final class Factories {
    private final Attributed attributed;
    private final Methods methods;
    /** By the class of the future, or by a factory. */
    private final Map<Element, ExecutableElement> fns = new HashMap<>();

    private final Map<ExecutableElement, ExecutableElement> factories = new HashMap<>();
    private final Map<ExecutableElement, TypeElement> futures = new HashMap<>();
    private final Set<TypeElement> known = new HashSet<>();

    Factories(Attributed attributed) {
        this.attributed = attributed;
        this.methods = new Methods(attributed);
    }

    /** From now on, calls of this class's facade are understood. */
    void learn(TypeElement owner) {
        TypeElement facade = known.add(owner) ? facade(owner) : null;
        if (facade == null) {
            return;
        }
        for (ExecutableElement factory : ElementFilter.methodsIn(facade.getEnclosedElements())) {
            ExecutableElement fn = Methods.isStatic(factory) ? declaredFor(owner, factory) : null;
            if (fn == null) {
                continue;
            }
            fns.put(factory, fn);
            factories.put(fn, factory);
            TypeElement future = future(factory);
            if (future == null) {
                future = created(facade, fn, factory);
            }
            if (future != null) {
                fns.put(future, fn);
                futures.put(fn, future);
            }
        }
        ElementFilter.typesIn(facade.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().contentEquals("Table"))
                .flatMap(table -> ElementFilter.methodsIn(table.getEnclosedElements()).stream())
                .filter(factory -> Methods.isStatic(factory) && declaredFor(owner, factory) != null)
                .forEach(factory -> fns.put(factory, declaredFor(owner, factory)));
    }

    /**
     * Of a virtual async fn, whose factory does not say whose future it gives: the class in the facade whose name is that of the factory, or
     * of the fn, and whose constructor has the factory's parameters.
     */
    private TypeElement created(TypeElement facade, ExecutableElement fn, ExecutableElement factory) {
        TypeElement created = created(facade, factory, factory.getSimpleName() + "Future");
        return created != null ? created : created(facade, factory, fn.getSimpleName() + "Future");
    }

    private TypeElement created(TypeElement facade, ExecutableElement factory, String name) {
        List<TypeMirror> parameters = new ArrayList<>();
        factory.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
        Set<Element> ofOthers = new HashSet<>();
        for (ExecutableElement other : ElementFilter.methodsIn(facade.getEnclosedElements())) {
            ofOthers.add(attributed.types().asElement(other.getReturnType()));
        }
        return ElementFilter.typesIn(facade.getEnclosedElements()).stream()
                .filter(type -> !ofOthers.contains(type))
                .filter(type -> type.getSimpleName().toString().regionMatches(true, 0, name, 0, name.length()))
                .filter(type -> ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> methods.hasParameters(constructor, parameters)))
                .findFirst()
                .orElse(null);
    }

    /** A factory that stands in a table has more behind the name of its async fn, if there are overloads. */
    private static boolean isNamedAfter(ExecutableElement fn, ExecutableElement factory) {
        return factory.getEnclosingElement().getSimpleName().contentEquals("Table")
                && factory.getSimpleName().toString().startsWith(fn.getSimpleName() + "_");
    }

    /** A static async fn with an instance method beside it that would have the same factory. */
    private static boolean isSecond(ExecutableElement fn, ExecutableElement factory) {
        String second = fn.getSimpleName() + "Static";
        String name = factory.getSimpleName().toString();
        return Methods.isStatic(fn) && (name.equals(second) || name.startsWith(second + "_"));
    }

    /** One with private types beside an overload: behind its own name stand those of the types in which it differs. */
    private static boolean isToldByTypes(ExecutableElement fn, ExecutableElement factory) {
        String name = factory.getSimpleName().toString();
        String own = fn.getSimpleName().toString();
        if (!name.startsWith(own) || fn.getParameters().stream().noneMatch(p -> PrivateTypes.areIn(p.asType()))) {
            return false;
        }
        String types = name.substring(own.length());
        for (VariableElement parameter : fn.getParameters()) {
            String word = word(parameter.asType());
            types = types.startsWith(word) ? types.substring(word.length()) : types;
        }
        return types.isEmpty();
    }

    private static String word(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return word(array.getComponentType()) + "Array";
        }
        String simple = type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : type.toString();
        return Character.toUpperCase(simple.charAt(0)) + simple.substring(1);
    }

    /** {@code Outer.Users} has {@code Outer_UsersAsync}. */
    private TypeElement facade(TypeElement owner) {
        StringBuilder name = new StringBuilder(owner.getSimpleName());
        Element e = owner.getEnclosingElement();
        for (; !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            name.insert(0, e.getSimpleName() + "_");
        }
        String home = ((PackageElement) e).getQualifiedName().toString();
        return attributed.elements().getTypeElement((home.isEmpty() ? "" : home + ".") + name + "Async");
    }

    /**
     * The async fn of that very name, if there is one: {@code hash_fast} is not an overload of {@code hash}. Of two that would have the
     * same factory, the instance method has it.
     */
    private ExecutableElement declaredFor(TypeElement owner, ExecutableElement factory) {
        Predicate<ExecutableElement> hasName = fn -> fn.getSimpleName().equals(factory.getSimpleName());
        return Stream.<Predicate<ExecutableElement>>of(
                        fn -> hasName.test(fn) && !Methods.isStatic(fn),
                        hasName,
                        fn -> isNamedAfter(fn, factory),
                        fn -> isSecond(fn, factory),
                        fn -> isToldByTypes(fn, factory))
                .flatMap(sought -> Stream.of(
                        declaredFor(owner, factory, sought, false), declaredFor(owner, factory, sought, true)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** @param carried whether type parameters of the factory may stand for private types */
    private ExecutableElement declaredFor(
            TypeElement owner, ExecutableElement factory, Predicate<ExecutableElement> sought, boolean carried) {
        for (ExecutableElement fn : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            if (AsyncFns.isAsyncFn(fn) && sought.test(fn)) {
                List<TypeMirror> parameters = new ArrayList<>();
                if (!Methods.isStatic(fn)) {
                    parameters.add(owner.asType());
                }
                fn.getParameters().forEach(parameter -> parameters.add(parameter.asType()));
                if (methods.hasParameters(factory, carried ? named(parameters, factory) : parameters)) {
                    return fn;
                }
            }
        }
        return null;
    }

    /** A factory has type parameters where its async fn has private types. */
    private static List<TypeMirror> named(List<TypeMirror> parameters, ExecutableElement factory) {
        List<TypeMirror> named = new ArrayList<>(parameters);
        for (int i = 0; i < Math.min(named.size(), factory.getParameters().size()); i++) {
            if (PrivateTypes.areIn(named.get(i))) {
                named.set(i, factory.getParameters().get(i).asType());
            }
        }
        return named;
    }

    /** The class of the facade that a method of it gives, or null. */
    private TypeElement future(ExecutableElement method) {
        return attributed.types().asElement(method.getReturnType()) instanceof TypeElement type
                        && type.getEnclosingElement().equals(method.getEnclosingElement())
                ? type
                : null;
    }

    /** The method by which users get the future of an async fn; null if there is none. */
    ExecutableElement factoryOf(ExecutableElement fn) {
        return factories.get(fn);
    }

    TypeElement futureOf(ExecutableElement fn) {
        return futures.get(fn);
    }

    /** The async fn of a factory, or of the constructor of a future; null if it is neither. */
    ExecutableElement fnOf(ExecutableElement called) {
        return called.getKind() == ElementKind.CONSTRUCTOR ? fns.get(called.getEnclosingElement()) : fns.get(called);
    }
}
