package dev.asyncfn.processor.plan;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.asyncfn.processor.lower.Jumps;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;

/**
 * Finds the statements that cannot stay whole though nothing in them suspends, because they are too large for one
 * method of which the JIT compiles the code.
 */
public final class LargeStatements {
    private final SourceFile file;
    private final int start;
    private final int[] sizes;

    public LargeStatements(MethodSource source) {
        this.file = source.file();
        this.start = file.start(source.declaration());
        this.sizes = CodeSize.upTo(source.tokens().skeleton(file.place(source.declaration())));
    }

    /** Whether a node is too large for one method. */
    public boolean isLarge(Node node) {
        return sizes[file.end(node) - start] - sizes[file.start(node) - start] > CodeSize.LIMIT;
    }

    /** Forces every large statement in a body to be taken apart that is made of smaller ones. */
    public void force(Node node, Awaits awaits) {
        if (isLarge(node) && isComposed(node)) {
            awaits.force(node);
            if (node instanceof SwitchStmt choice) {
                choice.getEntries().forEach(awaits::force); // else it would stay whole
            }
            node.getChildNodes().stream()
                    .filter(child -> child.getRange().isPresent())
                    .forEach(child -> force(child, awaits));
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
                || Jumps.isLoop(node);
    }
}
