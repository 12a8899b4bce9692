package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the statements that cannot be kept verbatim though nothing in them suspends, because they are too large for one
 * method of which the JIT compiles the code.
 */
final class LargeStatements {
    private final SourceFile file;
    private final int start;
    private final int[] sizes;

    LargeStatements(MethodSource source) {
        this.file = source.file();
        Span whole = file.place(source.declaration());
        // The body of an async block may have the tokens around it for its braces.
        Span body = source.declaration().getBody().map(file::place).orElse(whole);
        this.start = Math.min(whole.start(), body.start());
        int end = Math.max(whole.end(), body.end());
        this.sizes = CodeSize.upTo(source.tokens().skeleton(new Span(start, end)));
    }

    /** Whether a node is too large for one method. */
    boolean isLarge(Node node) {
        return sizes[file.end(node) - start] - sizes[file.start(node) - start] > CodeSize.LIMIT;
    }

    /** Every large statement in a node that is made of smaller ones. */
    List<Node> in(Node node) {
        List<Node> found = new ArrayList<>();
        find(node, found);
        return found;
    }

    private void find(Node node, List<Node> found) {
        if (isLarge(node) && isComposed(node)) {
            found.add(node);
            if (node instanceof SwitchStmt choice) {
                found.addAll(choice.getEntries()); // else it would be kept verbatim
            }
            node.getChildNodes().stream()
                    .filter(child -> child.getRange().isPresent())
                    .forEach(child -> find(child, found));
        }
    }

    private static boolean isComposed(Node node) {
        return node instanceof BlockStmt
                || node instanceof IfStmt
                || node instanceof LabeledStmt
                || node instanceof TryStmt
                || node instanceof CatchClause
                || node instanceof SwitchStmt
                || node instanceof SwitchEntry
                || JumpTargets.isLoop(node);
    }
}
