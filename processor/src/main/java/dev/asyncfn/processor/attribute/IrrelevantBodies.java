package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Set;

/** Takes out the bodies of ordinary methods: they say nothing of an async fn's types and take time to attribute. */
final class IrrelevantBodies extends TreePathScanner<Void, Void> {
    private static final String CANNOT_COMPLETE = "{throw null;";

    private final StringBuilder text;
    private final Set<Long> relevant;
    private final SourcePositions positions;

    private IrrelevantBodies(String text, Set<Long> relevant, SourcePositions positions) {
        this.text = new StringBuilder(text);
        this.relevant = relevant;
        this.positions = positions;
    }

    /**
     * The file's text with other bodies than the async fns' replaced; every offset stays what it was.
     *
     * @param asyncFns where they end
     */
    static String blank(String text, CompilationUnitTree unit, SourcePositions positions, Set<Long> asyncFns) {
        IrrelevantBodies bodies = new IrrelevantBodies(text, asyncFns, positions);
        bodies.scan(new TreePath(unit), null);
        return bodies.text.toString();
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        // A constructor has fields to assign and another constructor to call.
        boolean ordinary = tree.getBody() != null && tree.getReturnType() != null;
        long end = positions.getEndPosition(getCurrentPath().getCompilationUnit(), tree);
        if (!relevant.contains(end)) {
            if (ordinary) {
                blank(tree);
            } else {
                return super.visitMethod(tree, unused);
            }
        }
        return null;
    }

    private void blank(MethodTree tree) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        int start = (int) positions.getStartPosition(unit, tree.getBody());
        int end = (int) positions.getEndPosition(unit, tree.getBody()) - 1;
        if (end - start < CANNOT_COMPLETE.length()) {
            return;
        }
        text.replace(start, start + CANNOT_COMPLETE.length(), CANNOT_COMPLETE);
        for (int i = start + CANNOT_COMPLETE.length(); i < end; i++) {
            text.setCharAt(i, ' ');
        }
        text.setCharAt(end, '}'); // maybe written as an escape
    }
}
