package dev.asyncfn.processor.diag;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Whether a {@code @SuppressWarnings} around a node silences a warning there. */
final class Suppressions {
    private static final String ANNOTATION = "java.lang.SuppressWarnings";

    private Suppressions() {}

    static boolean silence(Problem problem, Element method, Node at) {
        return silence(problem, method) || !problem.isError() && aroundNode(at).anyMatch(key(problem)::equals);
    }

    /** The same of a warning on an element's name. */
    static boolean silence(Problem problem, Element element) {
        return !problem.isError() && aroundElement(element).anyMatch(key(problem)::equals);
    }

    private static String key(Problem problem) {
        return "asyncfn:" + problem.id();
    }

    /** The method's own and its classes', whose values javac has evaluated. */
    private static Stream<String> aroundElement(Element method) {
        return Stream.<Element>iterate(method, e -> e != null, Element::getEnclosingElement)
                .flatMap(e -> e.getAnnotationMirrors().stream())
                .filter(Suppressions::isSuppressWarnings)
                .flatMap(a -> a.getElementValues().values().stream())
                .flatMap(Suppressions::strings);
    }

    private static boolean isSuppressWarnings(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(ANNOTATION);
    }

    private static Stream<String> strings(AnnotationValue value) {
        if (value.getValue() instanceof List<?> values) {
            return values.stream().map(v -> ((AnnotationValue) v).getValue().toString());
        }
        return Stream.of(value.getValue().toString());
    }

    /** Those inside the body: on local variables, local classes and their members. */
    private static Stream<String> aroundNode(Node at) {
        return Stream.iterate(at, n -> n != null, n -> n.getParentNode().orElse(null))
                .filter(NodeWithAnnotations.class::isInstance)
                .flatMap(n -> ((NodeWithAnnotations<?>) n).getAnnotations().stream())
                .filter(a -> a.getName().getIdentifier().equals("SuppressWarnings"))
                .flatMap(Suppressions::literals);
    }

    private static Stream<String> literals(AnnotationExpr annotation) {
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            return literals(single.getMemberValue());
        }
        if (annotation instanceof NormalAnnotationExpr normal) {
            return normal.getPairs().stream().flatMap(pair -> literals(pair.getValue()));
        }
        return Stream.empty();
    }

    private static Stream<String> literals(Expression value) {
        if (value instanceof ArrayInitializerExpr array) {
            return array.getValues().stream().flatMap(Suppressions::literals);
        }
        return value instanceof StringLiteralExpr literal ? Stream.of(literal.asString()) : Stream.empty();
    }
}
