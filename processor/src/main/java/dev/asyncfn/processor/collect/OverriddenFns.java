package dev.asyncfn.processor.collect;

import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.OverriddenFn;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the virtual async fns in whose tables a method has an entry: itself, and those that it overrides. */
final class OverriddenFns {
    private final Elements elements;
    private final Supertypes supertypes;
    private final Predicate<TypeElement> compiled;

    /** @param compiled whether a class is compiled now, so that its facade is still to be generated */
    OverriddenFns(Elements elements, Supertypes supertypes, Predicate<TypeElement> compiled) {
        this.elements = elements;
        this.supertypes = supertypes;
        this.compiled = compiled;
    }

    /** Those of an async fn with a body. */
    List<OverriddenFn> of(ExecutableElement fn) {
        List<OverriddenFn> found = new ArrayList<>();
        if (fn.getModifiers().contains(Modifier.STATIC)
                || fn.getModifiers().contains(Modifier.PRIVATE)
                || VirtualFns.isAbstract(fn)) {
            return found;
        }
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        methods.add(fn);
        methods.addAll(supertypes.overridden(fn));
        for (ExecutableElement method : methods) {
            if (Naming.isAsyncFn(method) && VirtualFns.isVirtual(method)) {
                entry(method, fn).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * The entry of a virtual async fn. Empty if there is no table: the class was compiled without the processor, or its facade is private to
     * its package.
     *
     * @param from the class or method from which its table is to be used
     */
    Optional<OverriddenFn> entry(ExecutableElement method, Element from) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!isVisible(owner, from)) {
            return Optional.empty();
        }
        if (compiled.test(owner)) {
            String function = VirtualFns.functionName(owner, Naming.futureName(method));
            return Optional.of(entry(method, owner, VirtualFns.tableName(owner), function));
        }
        return Optional.ofNullable(elements.getTypeElement(Naming.qualifiedFacadeName(owner)))
                .flatMap(VirtualFns::tableIn)
                .flatMap(table -> functionName(method, owner, table)
                        .map(function ->
                                entry(method, owner, table.getSimpleName().toString(), function)));
    }

    private OverriddenFn entry(ExecutableElement method, TypeElement owner, String table, String function) {
        return new OverriddenFn(method, owner, table, function, hidesReceiver(owner));
    }

    /** Whether the receiver is an {@code Object} to the functions of a table, which other packages use. */
    private boolean hidesReceiver(TypeElement owner) {
        return isFacadePublic(owner) && !FacadeVisibility.isPublic(owner);
    }

    /** Whether an async fn has a factory that a class can call. */
    boolean hasFactoryFor(ExecutableElement method, TypeElement from) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        return isVisible(owner, from)
                && (compiled.test(owner) || elements.getTypeElement(Naming.qualifiedFacadeName(owner)) != null);
    }

    private Optional<String> functionName(ExecutableElement method, TypeElement owner, TypeElement table) {
        // Which overload has the plain name, the order of methods in a class file need not say.
        List<String> parameters = new ArrayList<>(
                List.of(hidesReceiver(owner) ? "java.lang.Object" : ErasedSignature.of(owner.asType(), elements)));
        parameters.addAll(ErasedSignature.parameters(method, elements));
        return ElementFilter.typesIn(table.getEnclosedElements()).stream()
                .filter(function ->
                        VirtualFns.mayBeFor(method, function.getSimpleName().toString()))
                .filter(function -> ElementFilter.methodsIn(function.getEnclosedElements()).stream()
                        .anyMatch(future ->
                                ErasedSignature.parameters(future, elements).equals(parameters)))
                .map(function -> function.getSimpleName().toString())
                .min(Comparator.comparing(String::length));
    }

    private boolean isVisible(TypeElement owner, Element from) {
        return Naming.packageOf(owner).equals(Naming.packageOf(from)) || isFacadePublic(owner);
    }

    private boolean isFacadePublic(TypeElement owner) {
        TypeElement facade = compiled.test(owner) ? null : elements.getTypeElement(Naming.qualifiedFacadeName(owner));
        return facade == null
                ? FacadeVisibility.ofFacade(owner, elements)
                : facade.getModifiers().contains(Modifier.PUBLIC);
    }
}
