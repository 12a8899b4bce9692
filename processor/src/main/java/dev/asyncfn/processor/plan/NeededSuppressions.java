package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.model.BlockReceiver;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** The lint warnings that generated code must not give: javac gives them for the user's code, which it repeats, or the user allowed it. */
public final class NeededSuppressions {
    private final MethodSource source;
    private final Attribution attribution;

    public NeededSuppressions(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
    }

    public Set<String> find() {
        Set<String> found = new TreeSet<>();
        for (Element e = attribution.method(); e != null; e = e.getEnclosingElement()) {
            SuppressWarnings annotation = e.getAnnotation(SuppressWarnings.class);
            if (annotation != null) {
                found.addAll(Set.of(annotation.value()));
            }
        }
        source.declaration().getAnnotations().forEach(annotation -> suppressed(annotation, found));
        RepeatedLints lints = new RepeatedLints(attribution, found);
        List<Node> roots = new ArrayList<>(source.localEnums().values());
        source.declaration().getBody().ifPresent(roots::add);
        for (Node root : roots) {
            root.walk(node -> {
                lints.add(node);
                suppressed(node, found);
            });
        }
        source.declaration().getParameters().forEach(parameter -> parameter.walk(node -> suppressed(node, found)));
        roots.add(source.declaration());
        roots.forEach(root -> deprecated(root, found));
        found.removeIf(id -> id.startsWith("asyncfn:"));
        return found;
    }

    /** What a declaration in the body allows: it may be split. */
    private void suppressed(Node node, Set<String> found) {
        if (node instanceof AnnotationExpr annotation
                && annotation.getName().getIdentifier().equals("SuppressWarnings")) {
            annotation.findAll(StringLiteralExpr.class).forEach(id -> found.add(id.asString()));
            annotation.findAll(Expression.class).stream()
                    .map(attribution::elementOf)
                    .filter(element -> element instanceof VariableElement)
                    .forEach(constant -> found.add(String.valueOf(((VariableElement) constant).getConstantValue())));
        }
    }

    /** Inside the class that declares it, a deprecated member may be used without a warning (JLS 9.6.4.6). */
    private void deprecated(Node node, Set<String> found) {
        Element element = attribution.elementOf(node);
        if (element != null
                && !(element instanceof BlockReceiver)
                && attribution.elements().isDeprecated(element)) {
            found.add("deprecation");
            Deprecated annotation = element.getAnnotation(Deprecated.class);
            if (annotation != null && annotation.forRemoval()) {
                found.add("removal");
            }
        }
        node.getChildNodes().forEach(child -> deprecated(child, found));
    }
}
