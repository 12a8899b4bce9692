package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.plan.Awaits;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Names that must stand for a local variable which does not change, as in a lambda, though they are read at once: a resource (JLS 14.20.3)
 * and what a guard reads (JLS 14.11.1). Where those await, there is no {@code try} and no guard any more, but states.
 */
final class FinalReads {
    private final Attribution attribution;
    private final Awaits awaits;

    FinalReads(Attribution attribution, Awaits awaits) {
        this.attribution = attribution;
        this.awaits = awaits;
    }

    boolean contain(Node name) {
        Node parent = name.getParentNode().orElseThrow();
        return parent instanceof TryStmt && !awaits.in(parent) || isReadByGuard(name);
    }

    /** A guard may hold a switch expression, and so statements. */
    private boolean isReadByGuard(Node name) {
        Element read = attribution.elementOf(name);
        Node inner = name;
        for (Optional<Node> outer = name.getParentNode(); outer.isPresent(); outer = inner.getParentNode()) {
            if (outer.get() instanceof SwitchEntry entry
                    && entry.getGuard().orElse(null) == inner
                    && !awaits.in(inner)
                    && !binds(entry, read)) {
                return true;
            }
            inner = outer.get();
        }
        return false;
    }

    private boolean binds(SwitchEntry entry, Element variable) {
        return entry.findAll(TypePatternExpr.class).stream()
                .anyMatch(pattern -> attribution.elementOf(pattern) == variable);
    }
}
