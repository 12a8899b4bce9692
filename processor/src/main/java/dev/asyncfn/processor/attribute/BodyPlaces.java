package dev.asyncfn.processor.attribute;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.util.TreeMap;

/** Where the bodies of a file are: of methods, initializers and fields. */
final class BodyPlaces extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    BodyPlaces(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
        scan(unit, null);
    }

    boolean contain(long position) {
        var body = ends.floorEntry(position);
        return body != null && position < body.getValue();
    }

    @Override
    public Void visitBlock(BlockTree block, Void unused) {
        return add(block);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void unused) {
        scan(variable.getType(), null);
        return add(variable.getInitializer());
    }

    private Void add(Tree body) {
        if (body != null) {
            ends.put(positions.getStartPosition(unit, body), positions.getEndPosition(unit, body));
        }
        return null;
    }
}
