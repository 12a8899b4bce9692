package dev.asyncfn.processor.diag;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;

/**
 * Finds the tree of javac whose diagnostics point at a token. A tree that javac selects a member with points at its
 * dot, as in javac's own messages; a leaf points at its start.
 */
final class TokenFinder extends TreeScanner<Void, Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final Token token;
    private Tree starting;
    private Tree selecting;
    private Tree containing;

    private TokenFinder(SourcePositions positions, CompilationUnitTree unit, Token token) {
        this.positions = positions;
        this.unit = unit;
        this.token = token;
    }

    /** The tree at a token inside {@code root}; if there is none, the smallest that contains it. */
    static Tree find(SourcePositions positions, CompilationUnitTree unit, Tree root, Token token) {
        TokenFinder finder = new TokenFinder(positions, unit, token);
        finder.scan(root, null);
        if (finder.starting != null) {
            return finder.starting;
        }
        if (finder.selecting != null) {
            return finder.selecting;
        }
        return finder.containing != null ? finder.containing : root;
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree == null) {
            return null;
        }
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        // Scanned from the outside in, so that the last tree to start at a token is the leaf there.
        if (start == token.start() && tree.getKind() != Tree.Kind.MODIFIERS) {
            starting = tree;
        } else if (tree instanceof MemberSelectTree && end == token.end()) {
            selecting = tree;
        } else if (start >= 0 && start < token.start() && end >= token.end()) {
            containing = tree;
        }
        return super.scan(tree, null);
    }
}
