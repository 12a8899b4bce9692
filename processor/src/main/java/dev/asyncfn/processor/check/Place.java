package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import java.util.Optional;
import java.util.stream.Stream;

/** What of the async fn stands around a node, as far as it matters to an await there. */
enum Place {
    /** Plain statements of the async fn itself. */
    BODY,
    SYNCHRONIZED,
    LAMBDA,
    CLASS,
    CONSTRUCTOR,
    INITIALIZER;

    /**
     * Where a node is: a lambda or class, whose code is not the async fn's own, tells more than {@code synchronized}.
     */
    static Place of(Node node, MethodDeclaration fn) {
        Place place = BODY;
        for (Node child = node; child != fn; ) {
            Node parent = child.getParentNode().orElse(null);
            if (child instanceof BodyDeclaration<?> member) {
                return ofMember(member);
            }
            if (parent instanceof LambdaExpr) {
                return LAMBDA;
            }
            if (parent instanceof SynchronizedStmt block && child == block.getBody()) {
                place = SYNCHRONIZED;
            }
            child = parent;
        }
        return place;
    }

    /** The nearest node of a kind around another one. */
    static <N extends Node> Optional<N> around(Node node, Class<N> kind) {
        return Stream.iterate(
                        node.getParentNode(),
                        Optional::isPresent,
                        parent -> parent.get().getParentNode())
                .map(Optional::get)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static Place ofMember(BodyDeclaration<?> member) {
        if (member instanceof MethodDeclaration) {
            return CLASS;
        }
        return member instanceof ConstructorDeclaration || member instanceof CompactConstructorDeclaration
                ? CONSTRUCTOR
                : INITIALIZER;
    }

    /** Whether the code there is not the async fn's own. */
    boolean isNested() {
        return this == LAMBDA || this == CLASS || this == CONSTRUCTOR || this == INITIALIZER;
    }
}
