package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The annotations of a method that say which values it takes and gives, for checkers of its factory's callers. Those of types are copied
 * wherever they stand, since they are part of the type. Before a parameter, which may have any others, they are known by their names. Not
 * copied are annotations that make other processors do something: Lombok's, and the constraints of Bean Validation.
 */
final class ValueAnnotations {
    /** The simple names by which checkers know nullness (NullAway, Kotlin, IntelliJ), whatever the package. */
    private static final Set<String> NULLNESS = Set.of(
            "Nullable",
            "NullableDecl",
            "CheckForNull",
            "PossiblyNull",
            "NonNull",
            "NonNullDecl",
            "NotNull",
            "Nonnull",
            "ParametricNullness");
    /** Libraries that have annotations for checkers only. */
    private static final List<String> CHECKERS = List.of(
            "org.checkerframework.",
            "org.jspecify.annotations.",
            "com.google.errorprone.annotations.",
            "org.intellij.lang.annotations.",
            "org.jetbrains.annotations.",
            "androidx.annotation.");
    /** How types without an annotation are to be read; each of a line excludes the others. */
    private static final List<Set<String>> DEFAULTS = List.of(
            Set.of("org.jspecify.annotations.NullMarked", "org.jspecify.annotations.NullUnmarked"),
            Set.of("org.eclipse.jdt.annotation.NonNullByDefault"),
            Set.of("javax.annotation.ParametersAreNonnullByDefault", "javax.annotation.ParametersAreNullableByDefault"),
            Set.of("org.checkerframework.framework.qual.AnnotatedFor"),
            Set.of("org.checkerframework.framework.qual.DefaultQualifier"),
            Set.of("org.checkerframework.framework.qual.DefaultQualifier.List"));

    private final AnnotationCopy copies;

    /** @param beside the class, or a member of the class, whose facade gets the copies */
    ValueAnnotations(Element beside) {
        this.copies = new AnnotationCopy(beside);
    }

    /** Those of a type alone, not of its parts; and those of a type parameter. */
    List<AnnotationSpec> ofType(AnnotatedConstruct type) {
        return copy(type.getAnnotationMirrors().stream().filter(annotation -> !acts(annotation)));
    }

    /** Those before the declaration of a parameter that are none of its type. */
    List<AnnotationSpec> ofParameter(VariableElement parameter) {
        return copy(parameter.getAnnotationMirrors().stream()
                .filter(annotation -> isOfValue(annotation) && !isOfTypes(annotation)));
    }

    /** The defaults that hold for a method by an annotation of its own. */
    List<AnnotationSpec> defaultsOf(ExecutableElement method) {
        return defaults(List.of(method));
    }

    /** The defaults that hold in a class by an annotation of it or of a class around it; a facade is in neither. */
    List<AnnotationSpec> defaultsOf(TypeElement type) {
        List<Element> around = new ArrayList<>();
        for (Element e = type; !(e instanceof PackageElement); e = e.getEnclosingElement()) {
            around.add(e);
        }
        return defaults(around);
    }

    /** @param elements the inner ones first */
    private List<AnnotationSpec> defaults(List<? extends Element> elements) {
        return DEFAULTS.stream()
                .map(names -> elements.stream()
                        .flatMap(element -> element.getAnnotationMirrors().stream())
                        .filter(annotation -> names.contains(name(annotation)))
                        .findFirst())
                .flatMap(Optional::stream)
                .flatMap(annotation -> copies.of(annotation).stream())
                .toList();
    }

    /** The warnings of javac that naming the annotations of a signature gives. */
    static Set<String> deprecations(ExecutableElement method) {
        Set<String> found = new TreeSet<>();
        for (VariableElement parameter : method.getParameters()) {
            Stream.concat(parameter.getAnnotationMirrors().stream(), parameter.asType().getAnnotationMirrors().stream())
                    .filter(annotation -> !acts(annotation))
                    .forEach(annotation -> found.addAll(
                            Deprecations.of(annotation.getAnnotationType().asElement())));
        }
        return found;
    }

    private List<AnnotationSpec> copy(Stream<? extends AnnotationMirror> annotations) {
        return annotations.flatMap(annotation -> copies.of(annotation).stream()).toList();
    }

    private static boolean isOfValue(AnnotationMirror annotation) {
        String name = name(annotation);
        return !acts(annotation)
                && (NULLNESS.contains(annotation
                                .getAnnotationType()
                                .asElement()
                                .getSimpleName()
                                .toString())
                        || CHECKERS.stream().anyMatch(name::startsWith));
    }

    private static boolean isOfTypes(AnnotationMirror annotation) {
        Target target = annotation.getAnnotationType().asElement().getAnnotation(Target.class);
        return target != null && Arrays.asList(target.value()).contains(ElementType.TYPE_USE);
    }

    /** Whether a processor of its library generates code, or forbids static methods, where it sees the annotation. */
    private static boolean acts(AnnotationMirror annotation) {
        return name(annotation).startsWith("lombok.")
                || annotation.getAnnotationType().asElement().getAnnotationMirrors().stream()
                        .map(ValueAnnotations::name)
                        .anyMatch(name -> name.endsWith(".validation.Constraint"));
    }

    private static String name(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }
}
