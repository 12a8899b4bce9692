package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What stands before a factory: it warns its callers as the method does, and javac of nothing that the method does not. */
final class FactoryAnnotations {
    private static final Set<String> OF_SIGNATURES = Set.of("exports", "deprecation", "removal");
    private static final Set<String> OF_VARARGS = Set.of("unchecked", "varargs");

    private final ExecutableElement method;

    FactoryAnnotations(Signature signature) {
        this.method = signature.element();
    }

    List<AnnotationSpec> list() {
        AnnotationCopy copies = new AnnotationCopy(method);
        List<AnnotationSpec> annotations = new ArrayList<>();
        for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            boolean kept = type.getQualifiedName().contentEquals("java.lang.Deprecated")
                    || type.getQualifiedName().contentEquals("java.lang.SafeVarargs");
            if (kept) {
                copies.of(annotation).ifPresent(annotations::add);
            }
        }
        annotations.addAll(new ValueAnnotations(method).defaultsOf(method));
        Set<String> allowed = allowed();
        if (!allowed.isEmpty()) {
            annotations.add(Suppress.annotation(allowed));
        }
        return annotations;
    }

    /** The warnings that naming the types of the signature gives. */
    Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        boolean polluting = method.isVarArgs() && !Reifiable.is(types().get(0));
        List<Element> annotated = new ArrayList<>(method.getParameters());
        for (Element e = method; e != null; e = e.getEnclosingElement()) {
            annotated.add(e);
        }
        for (Element e : annotated) {
            SuppressWarnings annotation = e.getAnnotation(SuppressWarnings.class);
            Stream.of(annotation == null ? new String[0] : annotation.value())
                    .filter(id -> OF_SIGNATURES.contains(id) || polluting && OF_VARARGS.contains(id))
                    .forEach(allowed::add);
        }
        if (types().stream().anyMatch(RawTypes::in)) {
            allowed.add("rawtypes"); // of the method, javac warns already
        }
        if (isOverloaded()) {
            allowed.add("overloads"); // of the methods, javac warns already
        }
        if (polluting && method.getAnnotation(SafeVarargs.class) != null) {
            allowed.add("varargs"); // passed on to the future's constructor
        }
        // The class that declares a deprecated type may name it (JLS 9.6.4.6).
        allowed.removeAll(Set.of("deprecation", "removal"));
        types().forEach(type -> allowed.addAll(Deprecations.in(type)));
        allowed.addAll(ValueAnnotations.deprecations(method));
        return allowed;
    }

    /** Whether a lambda may be an argument of several factories of one name. */
    private boolean isOverloaded() {
        return ElementFilter.methodsIn(method.getEnclosingElement().getEnclosedElements()).stream()
                .filter(other -> !other.equals(method) && Naming.isAsyncFn(other))
                .anyMatch(other -> other.getSimpleName().equals(method.getSimpleName()) && sharesLambdas(other));
    }

    private boolean sharesLambdas(ExecutableElement other) {
        List<? extends VariableElement> own = method.getParameters();
        List<? extends VariableElement> others = other.getParameters();
        return own.size() == others.size()
                && IntStream.range(0, own.size()).anyMatch(i -> mayBeLambda(own.get(i)) && mayBeLambda(others.get(i)));
    }

    private static boolean mayBeLambda(VariableElement parameter) {
        return parameter.asType() instanceof DeclaredType declared
                && declared.asElement().getKind() == ElementKind.INTERFACE
                && declared.asElement().getEnclosedElements().stream()
                                .filter(member -> member.getModifiers().contains(Modifier.ABSTRACT))
                                .count()
                        < 2;
    }

    /** The parameters' types from the last to the first. */
    private List<TypeMirror> types() {
        List<TypeMirror> types = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            types.add(0, parameter.asType());
        }
        method.getTypeParameters().forEach(parameter -> types.addAll(parameter.getBounds()));
        types.add(method.getEnclosingElement().asType());
        for (Element e = method; isInner(e); e = e.getEnclosingElement()) {
            ((TypeElement) e.getEnclosingElement())
                    .getTypeParameters()
                    .forEach(parameter -> types.addAll(parameter.getBounds()));
        }
        return types;
    }

    /** Whether it belongs to an instance, whose type parameters are the factory's, too. */
    private static boolean isInner(Element member) {
        return member.getEnclosingElement() instanceof TypeElement
                && !member.getModifiers().contains(Modifier.STATIC);
    }
}
