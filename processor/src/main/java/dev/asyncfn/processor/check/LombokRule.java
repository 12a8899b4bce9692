package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.parse.Lombok;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses Lombok's annotations that change what a body does: the compiler gets the changed body, and the future would
 * run the one that is written. What Lombok does to declarations does not matter here.
 */
public final class LombokRule {
    private static final String BY_HAND = "remove it, and lock in the body, around statements that do not await";
    private static final String MOVE = "move the class out of the async fn";
    private static final Map<String, String> REMEDIES = Map.of(
            "Synchronized",
            BY_HAND,
            "Locked",
            BY_HAND,
            "Locked.Read",
            BY_HAND,
            "Locked.Write",
            BY_HAND,
            "Helper",
            "remove it, and call its methods on an instance",
            "Cleanup",
            "write `try (...) { ... }`",
            "NonNull",
            "remove it, and start the body with `java.util.Objects.requireNonNull(%s, \"%<s\")`",
            "ExtensionMethod",
            "move the async fn to a class without it, and call the extension methods as static methods");
    private static final List<String> OF_METHODS = List.of("Synchronized", "Locked", "Locked.Read", "Locked.Write");

    private final Diagnostics diagnostics;

    public LombokRule(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Reports the annotations of an async fn and of the classes around it. */
    public void check(MethodSource source) {
        Lombok lombok = new Lombok(source.path().getCompilationUnit());
        for (AnnotationExpr annotation : source.declaration().getAnnotations()) {
            lombok.meaning(annotation.getNameAsString())
                    .filter(OF_METHODS::contains)
                    .ifPresent(name -> report(name, source, annotation, REMEDIES.get(name)));
        }
        for (Parameter parameter : source.declaration().getParameters()) {
            checkParameter(parameter, lombok, source);
        }
        source.declaration().getBody().ifPresent(body -> checkBody(body, lombok, source));
        source.localEnums().values().forEach(local -> checkBody(local, lombok, source));
        for (Tree around : source.path()) {
            if (around instanceof ClassTree type) {
                checkClass(type, lombok, source);
            }
        }
    }

    /** Lombok has nothing to check of a primitive value. */
    private void checkParameter(Parameter parameter, Lombok lombok, MethodSource source) {
        for (AnnotationExpr annotation : parameter.getAnnotations()) {
            Optional<String> name = lombok.meaning(annotation.getNameAsString());
            if (name.filter("NonNull"::equals).isPresent()
                    && !parameter.getType().isPrimitiveType()) {
                report("NonNull", source, annotation, REMEDIES.get("NonNull").formatted(parameter.getNameAsString()));
            }
        }
    }

    private void checkBody(Node body, Lombok lombok, MethodSource source) {
        for (AnnotationExpr annotation : body.findAll(AnnotationExpr.class)) {
            Node annotated = annotation.getParentNode().orElse(body);
            boolean local = annotated instanceof VariableDeclarationExpr;
            if (local || isOfAClass(annotated)) {
                lombok.meaning(annotation.getNameAsString())
                        .filter(name -> !local || name.equals("Cleanup"))
                        .ifPresent(name -> report(
                                name,
                                source,
                                annotation,
                                REMEDIES.getOrDefault(local || name.equals("Helper") ? name : "", MOVE)));
            }
        }
    }

    /** Of a class that is declared in the body, or of its members and their parameters. */
    private static boolean isOfAClass(Node annotated) {
        return annotated instanceof BodyDeclaration
                || annotated instanceof Parameter && annotated.getParentNode().orElse(null) instanceof BodyDeclaration;
    }

    /** Any call in its methods may mean another than what is written. */
    private void checkClass(ClassTree type, Lombok lombok, MethodSource source) {
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            Optional<String> name =
                    lombok.meaning(annotation.getAnnotationType().toString());
            if (name.filter("ExtensionMethod"::equals).isPresent()) {
                report("ExtensionMethod", source, source.declaration().getName(), REMEDIES.get("ExtensionMethod"));
            }
        }
    }

    private void report(String annotation, MethodSource source, Node at, String remedy) {
        diagnostics.report(
                Problem.REWRITTEN_FN,
                source,
                at,
                annotation,
                source.declaration().getNameAsString(),
                remedy);
    }
}
