package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;

/** The lint warnings that generated code must not give, because the user's code, which it repeats, does not. */
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
        deprecated(source.declaration(), found);
        for (SingleMemberAnnotationExpr local : source.declaration().findAll(SingleMemberAnnotationExpr.class)) {
            if (local.getName().getIdentifier().equals("SuppressWarnings")) {
                local.findAll(StringLiteralExpr.class).forEach(id -> found.add(id.asString()));
            }
        }
        found.removeIf(id -> id.startsWith("asyncfn:"));
        return found;
    }

    /** Inside the class that declares it, a deprecated member may be used without a warning (JLS 9.6.4.6). */
    private void deprecated(Node node, Set<String> found) {
        Element element = attribution.elementOf(node);
        if (element != null && attribution.elements().isDeprecated(element)) {
            found.add("deprecation");
            Deprecated annotation = element.getAnnotation(Deprecated.class);
            if (annotation != null && annotation.forRemoval()) {
                found.add("removal");
            }
        }
        node.getChildNodes().forEach(child -> deprecated(child, found));
    }
}
