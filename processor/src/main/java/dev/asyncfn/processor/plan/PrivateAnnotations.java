package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.collect.Nameability;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Annotations in a body that generated code cannot write, because they, or a class that they name, are private. */
public final class PrivateAnnotations {
    private final Nameability nameability;

    public PrivateAnnotations(Attribution attribution) {
        this.nameability = new Nameability(
                attribution.elements(), (TypeElement) attribution.method().getEnclosingElement());
    }

    /** Whether it is part of any annotation. */
    static boolean isInOne(Node node) {
        Node at = node.getParentNode().orElse(null);
        while (at instanceof Expression || at instanceof MemberValuePair || at instanceof Type) {
            if (at instanceof AnnotationExpr) {
                return true;
            }
            at = at.getParentNode().orElse(null);
        }
        return false;
    }

    /** The class that an annotation cannot name; empty if it names all. */
    public Optional<TypeElement> type(AnnotationExpr annotation, Attribution attribution) {
        Stream<Node> annotations =
                annotation.findAll(AnnotationExpr.class).stream().map(Node.class::cast);
        Stream<Node> classes = annotation.findAll(ClassExpr.class).stream()
                .map(literal -> (Node) literal.getType().getElementType())
                .filter(ClassOrInterfaceType.class::isInstance);
        return Stream.concat(annotations, classes)
                .map(attribution::elementOf)
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .filter(type -> nameability.obstacle(type).isPresent())
                .findFirst();
    }

    /** The same of an annotation of what a class in the body declares: others, of variables and of types in code, are seen by javac only. */
    Optional<TypeElement> kept(AnnotationExpr annotation, Attribution attribution) {
        Node declaration = annotation.getParentNode().orElseThrow();
        boolean isSeen = declaration instanceof BodyDeclaration<?>
                || declaration instanceof Parameter parameter
                        && !(parameter.getParentNode().orElseThrow() instanceof LambdaExpr)
                        && !(parameter.getParentNode().orElseThrow() instanceof CatchClause);
        return isSeen ? type(annotation, attribution) : Optional.empty();
    }
}
