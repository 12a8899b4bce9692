package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes a failing program smaller for as long as it fails in the same way. */
final class Shrinker {
    private static final int AT_ONCE = 40;
    static final int MOST_ROUNDS = 150;

    private final Batch batch;

    Shrinker(Batch batch) {
        this.batch = batch;
    }

    /** @param rounds at most as many times is it made smaller */
    Batch.Verdict shrink(Batch.Verdict failed, int rounds) {
        Batch.Verdict smallest = failed;
        for (int round = 0; round < rounds; round++) {
            Batch.Verdict smaller = smaller(smallest);
            if (smaller == null) {
                break;
            }
            smallest = smaller;
        }
        return smallest;
    }

    private Batch.Verdict smaller(Batch.Verdict failed) {
        List<Tree> candidates = candidates(failed.program().tree());
        boolean symbols = failed.failure().kind() == Failure.Kind.SYMBOLS_DIFFER;
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            List<Program> programs = candidates.subList(from, Math.min(from + AT_ONCE, candidates.size())).stream()
                    .map(failed.program()::with)
                    .toList();
            for (Batch.Verdict verdict : batch.judge(programs, symbols)) {
                if (verdict.valid() && failed.failure().isLike(verdict.failure())) {
                    return verdict;
                }
            }
        }
        return null;
    }

    /** Each with one change, the smallest first. */
    static List<Tree> candidates(Tree program) {
        Set<Tree> candidates = new LinkedHashSet<>();
        collect(program, tree -> tree, candidates);
        int size = program.size();
        return candidates.stream()
                .filter(candidate -> candidate.size() < size || simpler(candidate, program))
                .sorted(Comparator.comparingInt(Tree::size))
                .toList();
    }

    /** Of the same size, but with a shorter text. */
    private static boolean simpler(Tree candidate, Tree program) {
        return candidate.size() == program.size()
                && candidate.print().length() < program.print().length();
    }

    /** @param around puts a replacement of the tree in its place in the program */
    private static void collect(Tree tree, UnaryOperator<Tree> around, Set<Tree> candidates) {
        if (tree.isSequence()) {
            withoutItems(tree, around, candidates);
            unwrapped(tree, around, candidates);
        } else if (tree.isExpression()) {
            simplified(tree, around, candidates);
        }
        for (int i = 0; i < tree.parts().size(); i++) {
            int part = i;
            collect(tree.parts().get(i), replacement -> around.apply(tree.with(part, replacement)), candidates);
        }
    }

    /** Runs of items are left out: all, halves, quarters, and so on. */
    private static void withoutItems(Tree sequence, UnaryOperator<Tree> around, Set<Tree> candidates) {
        List<Tree> items = sequence.parts();
        for (int length = items.size(); length > 0; length /= 2) {
            for (int from = 0; from + length <= items.size(); from += length) {
                List<Tree> rest = new ArrayList<>(items);
                rest.subList(from, from + length).clear();
                candidates.add(around.apply(sequence.withParts(rest)));
            }
        }
    }

    /** An item's place is taken by the items of a sequence in it. */
    private static void unwrapped(Tree sequence, UnaryOperator<Tree> around, Set<Tree> candidates) {
        for (int i = 0; i < sequence.parts().size(); i++) {
            for (Tree inner : sequence.parts().get(i).parts()) {
                if (inner.isSequence()) {
                    List<Tree> items = new ArrayList<>(sequence.parts());
                    items.remove(i);
                    items.addAll(i, inner.parts());
                    candidates.add(around.apply(sequence.withParts(items)));
                }
            }
        }
    }

    /** An expression's place is taken by the simplest of its type, or by one of its type in it. */
    private static void simplified(Tree expression, UnaryOperator<Tree> around, Set<Tree> candidates) {
        if (expression.type() != Type.VOID) {
            candidates.add(around.apply(
                    Tree.expression(expression.type(), expression.type().simplest())));
        }
        for (Tree inner : within(expression)) {
            if (inner.type() == expression.type()) {
                candidates.add(around.apply(inner));
            }
        }
    }

    private static List<Tree> within(Tree tree) {
        List<Tree> found = new ArrayList<>();
        for (Tree part : tree.parts()) {
            if (part.isExpression()) {
                found.add(part);
            }
            found.addAll(within(part));
        }
        return found;
    }
}
