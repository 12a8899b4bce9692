package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The exception classes that a body declares: inside a future with type parameters they must be static members (JLS 8.1.2). */
public final class ExceptionClasses {
    private final MethodSource source;
    private final Attribution attribution;

    public ExceptionClasses(MethodSource source, Attribution attribution) {
        this.source = source;
        this.attribution = attribution;
    }

    /** The class that a node declares; empty if it declares none, or one that is static already. */
    public Optional<TypeElement> at(Node node) {
        return declared(node).filter(attribution::isException);
    }

    private Optional<TypeElement> declared(Node node) {
        if (node instanceof ClassOrInterfaceDeclaration declaration && !declaration.isStatic()) {
            return Optional.ofNullable((TypeElement) attribution.elementOf(declaration));
        }
        return node instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().isPresent()
                ? Optional.ofNullable((TypeElement) attribution.types().asElement(attribution.typeOf(creation)))
                : Optional.empty();
    }

    /** As a message shows it. */
    public static String name(Node node, TypeElement type) {
        return node instanceof ObjectCreationExpr creation
                ? "new " + creation.getType().getNameAsString() + "() { ... }"
                : type.getSimpleName().toString();
    }

    /** Whether what a node declares stays where it is. A member of an exception class moves along with that. */
    public boolean isKept(Node node) {
        Node parent = node.getParentNode().orElseThrow();
        boolean whole = parent instanceof LambdaExpr
                || parent instanceof ObjectCreationExpr
                || parent instanceof TypeDeclaration<?> around
                        && !(attribution.elementOf(around) instanceof TypeElement type && attribution.isException(type))
                || parent instanceof SynchronizedStmt block && block.getBody() == node;
        return whole
                || !(parent instanceof MethodDeclaration method && method == source.declaration()) && isKept(parent);
    }
}
