package dev.asyncfn.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.Set;

/**
 * Takes out the bodies of ordinary methods: they say nothing of an async fn's types and take time to attribute. Those with anonymous
 * classes are left if an async fn has one, too: javac numbers these classes in the order of the file, and the numbers are their names.
 */
final class IrrelevantBodies extends TreePathScanner<Void, Void> {
    private static final String CANNOT_COMPLETE = "{throw null;";

    private final StringBuilder text;
    private final Set<Long> relevant;
    private final SourcePositions positions;
    private final boolean numbering;

    private IrrelevantBodies(String text, Set<Long> relevant, SourcePositions positions, boolean numbering) {
        this.text = new StringBuilder(text);
        this.relevant = relevant;
        this.positions = positions;
        this.numbering = numbering;
    }

    /**
     * The file's text with other bodies than the async fns' replaced; every offset stays what it was.
     *
     * @param asyncFns where they end
     * @param numbering whether one of them has an anonymous class
     */
    static String blank(
            String text, CompilationUnitTree unit, SourcePositions positions, Set<Long> asyncFns, boolean numbering) {
        IrrelevantBodies bodies = new IrrelevantBodies(text, asyncFns, positions, numbering);
        bodies.scan(new TreePath(unit), null);
        return bodies.text.toString();
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
        // A constructor has fields to assign and another constructor to call.
        boolean ordinary = tree.getBody() != null && tree.getReturnType() != null;
        long end = positions.getEndPosition(getCurrentPath().getCompilationUnit(), tree);
        if (!relevant.contains(end)) {
            if (ordinary && !(numbering && hasAnonymousClass(tree))) {
                blank(tree);
            } else if (!ordinary) {
                return super.visitMethod(tree, unused);
            }
        }
        return null;
    }

    private static boolean hasAnonymousClass(MethodTree tree) {
        return Boolean.TRUE.equals(
                new TreeScanner<Boolean, Void>() {
                    @Override
                    public Boolean visitNewClass(NewClassTree creation, Void unused) {
                        return creation.getClassBody() != null || super.visitNewClass(creation, unused) == Boolean.TRUE;
                    }

                    @Override
                    public Boolean reduce(Boolean some, Boolean others) {
                        return some == Boolean.TRUE || others == Boolean.TRUE;
                    }
                }.scan(tree.getBody(), null));
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
