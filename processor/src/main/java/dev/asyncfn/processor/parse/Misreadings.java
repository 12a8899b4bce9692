package dev.asyncfn.processor.parse;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where JavaParser 3.28 would misread a declaration, by javac's tree of it. All offsets are the file's. */
final class Misreadings extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Map<Integer, String> parentheses = new HashMap<>();
    private final Set<Integer> primitives = new HashSet<>();

    private Misreadings(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    static Misreadings in(TreePath declaration, SourcePositions positions) {
        Misreadings found = new Misreadings(declaration.getCompilationUnit(), positions);
        found.scan(declaration.getLeaf(), null);
        return found;
    }

    /** Those in a text in which these enums are masked. */
    Misreadings outside(List<LocalEnum> masked) {
        Misreadings outside = new Misreadings(unit, positions);
        outside.parentheses.putAll(parentheses);
        outside.parentheses
                .keySet()
                .removeIf(offset -> masked.stream().anyMatch(local -> local.start() < offset && offset < local.end()));
        outside.primitives.addAll(primitives);
        return outside;
    }

    /** The parentheses without which it would find other operands, by the char before which they belong. */
    Map<Integer, String> parentheses() {
        return parentheses;
    }

    /** Where the primitive types of {@code instanceof} start: it knows reference types only there. */
    Set<Integer> primitives() {
        return primitives;
    }

    /** It takes {@code case A ? 1 : 2 -> 3} for a lambda, and has no assignments in guards. */
    @Override
    public Void visitCase(CaseTree tree, Void unused) {
        List<Tree> parts = new ArrayList<>(tree.getExpressions());
        tree.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void scan(Tree child, Void unused) {
                        parts.add(child); // among them the guard, for which JDK 17 has no method
                        return null;
                    }
                },
                null);
        parts.remove(tree.getBody());
        parts.stream().filter(Misreadings::isLoose).distinct().forEach(this::parenthesize);
        return super.visitCase(tree, unused);
    }

    private static boolean isLoose(Tree tree) {
        return tree instanceof ConditionalExpressionTree
                || tree instanceof AssignmentTree
                || tree instanceof CompoundAssignmentTree;
    }

    /** It knows no {@code x instanceof Object instanceof boolean}. */
    @Override
    public Void visitInstanceOf(InstanceOfTree tree, Void unused) {
        if (tree.getExpression() instanceof InstanceOfTree) {
            parenthesize(tree.getExpression());
        }
        Tree type = tree.getPattern() instanceof BindingPatternTree binding
                ? binding.getVariable().getType()
                : tree.getType();
        Tree bare = type instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : type;
        if (bare instanceof PrimitiveTypeTree) {
            primitives.add((int) positions.getStartPosition(unit, bare));
        }
        return super.visitInstanceOf(tree, unused);
    }

    private void parenthesize(Tree tree) {
        parentheses.merge((int) positions.getStartPosition(unit, tree), "(", String::concat);
        parentheses.merge((int) positions.getEndPosition(unit, tree), ")", String::concat);
    }
}
