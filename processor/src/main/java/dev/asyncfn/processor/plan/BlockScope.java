package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/**
 * The local and anonymous classes that the body of an async block sees. It moves out of the method around it, so of the classes that it
 * does not declare itself it can only use those that move, too.
 */
public final class BlockScope {
    private final MethodSource source;
    private final Attribution attribution;
    private final Set<Element> declared = new HashSet<>();

    public BlockScope(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
        if (attribution.method() instanceof BlockFn) {
            source.roots().forEach(root -> root.walk(this::declare));
        }
    }

    private void declare(Node node) {
        if (node instanceof TypeDeclaration<?> type) {
            declared.add(attribution.elementOf(type));
        } else if (node instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent()) {
            declared.add(attribution.types().asElement(attribution.typeOf(creation)));
        }
    }

    /** Whether a class belongs to the method around the block, and not to the block. */
    public boolean isAround(Element type) {
        if (!(attribution.method() instanceof BlockFn)) {
            return false;
        }
        for (Element e = type; e instanceof TypeElement inner; e = e.getEnclosingElement()) {
            NestingKind nesting = inner.getNestingKind();
            if (nesting == NestingKind.LOCAL || nesting == NestingKind.ANONYMOUS) {
                return !declared.contains(inner);
            }
        }
        return false;
    }

    /** @throws NotLowered where a member is used that only an anonymous class around the block has */
    void check() {
        source.declaration().walk(node -> {
            Element member = attribution.elementOf(node);
            if (member != null
                    && !(member instanceof TypeElement)
                    && member.getEnclosingElement() instanceof TypeElement type
                    && type.getNestingKind() == NestingKind.ANONYMOUS
                    && isAround(type)
                    && !AnonymousClasses.isInherited(member, type, attribution)) {
                throw new NotLowered(Problem.CLASS_AROUND_BLOCK, node, "the anonymous class");
            }
        });
    }

    /** Ends the lowering, because a class stays in the method around. */
    public static NotLowered leftBehind(Element type, Node at) {
        return new NotLowered(Problem.CLASS_AROUND_BLOCK, at, "`" + type.getSimpleName() + "`");
    }
}
