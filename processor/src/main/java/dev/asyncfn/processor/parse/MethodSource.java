package dev.asyncfn.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.sun.source.util.TreePath;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Located;
import dev.asyncfn.processor.model.SourceFile;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The syntax of one async fn. All positions in its trees are positions in the whole file.
 *
 * @param method what was collected
 * @param path javac's tree of it, in the outer compiler
 * @param file the file that declares it
 * @param declaration JavaParser's tree of the method
 * @param localEnums JavaParser 3.28 cannot parse an enum in a body: each was parsed alone, and stands in the body
 *     as an empty class of the same name and place; this map leads from that class to the enum
 * @param tokens what the method's text consists of
 */
public record MethodSource(
        AsyncMethod method,
        TreePath path,
        SourceFile file,
        MethodDeclaration declaration,
        Map<LocalClassDeclarationStmt, EnumDeclaration> localEnums,
        Tokens tokens)
        implements Located {
    public MethodSource {
        localEnums = new IdentityHashMap<>(localEnums);
    }

    /** Whether an offset is in the method, but before its body. */
    public boolean isInSignature(int offset) {
        return file.start(declaration) <= offset
                && offset < declaration.getBody().map(file::start).orElse(file.end(declaration));
    }

    /** The trees of the text: the declaration, and the local enums, which stand beside it. */
    public Stream<Node> roots() {
        return Stream.concat(Stream.of(declaration), localEnums.values().stream());
    }

    /** All nodes of the body and then of the local enums, each node before its children. */
    public Stream<Node> nodesOfBody() {
        Stream<Node> body = declaration.getBody().stream().map(Node.class::cast);
        return Stream.concat(body, localEnums.values().stream())
                .flatMap(root -> root.stream(Node.TreeTraversal.PREORDER));
    }

    /** Identity: a tree's own equality compares it whole, and changes with it. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
