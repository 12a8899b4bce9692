package dev.asyncfn.processor.parse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * An enum declared in a body, which JavaParser cannot parse there.
 *
 * @param start where the declaration starts in the file
 * @param end just past its closing brace
 * @param name its simple name
 * @param inner the local enums of its own methods
 */
record LocalEnum(int start, int end, String name, List<LocalEnum> inner) {

    /** The outermost local enums below a declaration. */
    static List<LocalEnum> in(TreePath declaration, SourcePositions positions) {
        List<LocalEnum> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                if (tree.getKind() == Tree.Kind.ENUM && isLocal(getCurrentPath())) {
                    found.add(of(getCurrentPath(), positions));
                    return null;
                }
                return super.visitClass(tree, unused);
            }
        }.scan(declaration, null);
        return found;
    }

    private static boolean isLocal(TreePath path) {
        Tree parent = path.getParentPath().getLeaf();
        return parent instanceof BlockTree || parent instanceof CaseTree;
    }

    private static LocalEnum of(TreePath path, SourcePositions positions) {
        ClassTree tree = (ClassTree) path.getLeaf();
        List<LocalEnum> inner = new ArrayList<>();
        for (Tree member : tree.getMembers()) {
            inner.addAll(in(new TreePath(path, member), positions));
        }
        return new LocalEnum(
                (int) positions.getStartPosition(path.getCompilationUnit(), tree),
                (int) positions.getEndPosition(path.getCompilationUnit(), tree),
                tree.getSimpleName().toString(),
                inner);
    }

    /** The text with an empty statement in the place of each enum. */
    static String mask(String text, List<LocalEnum> enums) {
        StringBuilder masked = new StringBuilder(text);
        for (LocalEnum local : enums) {
            masked.setCharAt(local.start, ';');
            for (int i = local.start + 1; i < local.end; i++) {
                char c = masked.charAt(i);
                masked.setCharAt(i, c == '\r' || c == '\n' ? c : ' ');
            }
        }
        return masked.toString();
    }
}
