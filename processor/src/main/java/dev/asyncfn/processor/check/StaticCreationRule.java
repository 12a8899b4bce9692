package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.modifiers.NodeWithStaticModifier;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * A static method has local classes without an enclosing instance, which static code inside its body can create, too. In the future of a
 * generic async fn they are inner classes, as they may name its type parameters, and there is no future in static code.
 */
final class StaticCreationRule implements Rule {
    private final MethodSource source;
    private final Attribution attribution;
    private final Reporter reporter;
    private final ExceptionClasses classes;

    StaticCreationRule(MethodSource source, Attribution attribution, Reporter reporter) {
        this.source = source;
        this.attribution = attribution;
        this.reporter = reporter;
        this.classes = new ExceptionClasses(source, attribution);
    }

    @Override
    public void check(Node node) {
        if (attribution.isGeneric() || !attribution.carried().isEmpty()) {
            created(node)
                    .flatMap(this::innerClass)
                    .filter(declared -> isOutsideOfStaticCode(declared, node))
                    .ifPresent(declared -> reporter.report(Problem.NOT_LOWERED, source, node));
        }
    }

    /** The class of which code makes an object, or a part of one. */
    private Optional<Element> created(Node node) {
        if (node instanceof ObjectCreationExpr creation) {
            return Optional.ofNullable(attribution.elementOf(creation.getType()));
        }
        if (node instanceof MethodReferenceExpr) {
            return Optional.ofNullable(attribution.elementOf(node))
                    .filter(element -> element.getKind() == ElementKind.CONSTRUCTOR)
                    .map(Element::getEnclosingElement);
        }
        return node instanceof ClassOrInterfaceType type
                        && node.getParentNode().orElseThrow() instanceof ClassOrInterfaceDeclaration declaration
                        && declaration.getExtendedTypes().contains(type)
                ? Optional.ofNullable(attribution.elementOf(type))
                : Optional.empty();
    }

    /** The declaration of a local class that becomes an inner class of the future. */
    private Optional<ClassOrInterfaceDeclaration> innerClass(Element type) {
        return source.declaration()
                .findFirst(
                        ClassOrInterfaceDeclaration.class,
                        declaration -> declaration.isLocalClassDeclaration()
                                && type.equals(attribution.elementOf(declaration)))
                .filter(declaration ->
                        !classes.isKept(declaration) && classes.at(declaration).isEmpty());
    }

    private static boolean isOutsideOfStaticCode(Node declared, Node use) {
        for (Node around = use;
                !around.isAncestorOf(declared);
                around = around.getParentNode().orElseThrow()) {
            if (around != declared && isStatic(around)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStatic(Node node) {
        return node instanceof RecordDeclaration
                || node instanceof EnumDeclaration
                || node instanceof ClassOrInterfaceDeclaration type && type.isInterface()
                || node instanceof BodyDeclaration<?>
                        && node instanceof NodeWithStaticModifier<?> member
                        && member.isStatic();
    }
}
