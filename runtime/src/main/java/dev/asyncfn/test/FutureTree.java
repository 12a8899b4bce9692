package dev.asyncfn.test;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.test.TraceEvent.Place;
import dev.asyncfn.test.TraceEvent.Subject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** What a future waits for, down to the leaves, at one moment. A future that is there twice is shown where it comes first. */
final class FutureTree {
    /** How many levels are shown; a deeper tree could overflow the stack. */
    private static final int DEEPEST = 1_000;

    /**
     * A future of the tree.
     *
     * @param parent the subject that waits for it
     * @param leaf whether it waits for no other future that can be seen
     */
    record Node(Future<?> future, Subject subject, Subject parent, int depth, Described described, boolean leaf) {
        String state() {
            return described.state();
        }
    }

    /** Parents before children. */
    private final List<Node> nodes = new ArrayList<>();

    private final Map<Future<?>, Node> byFuture = new IdentityHashMap<>();
    private final FutureTree before;
    private final IntSupplier numbers;

    private FutureTree(FutureTree before, IntSupplier numbers) {
        this.before = before;
        this.numbers = numbers;
    }

    /** An empty tree. */
    static FutureTree none() {
        return new FutureTree(null, () -> 0);
    }

    /** The tree as it is now. A future that was there before is the same subject; new ones take the next numbers. */
    static FutureTree of(Future<?> future, Subject parent, FutureTree before, IntSupplier numbers) {
        FutureTree tree = new FutureTree(before, numbers);
        tree.look(future, parent, 1);
        FutureTree result = new FutureTree(null, numbers); // without those before it, which would all be kept
        result.nodes.addAll(tree.nodes);
        result.byFuture.putAll(tree.byFuture);
        return result;
    }

    private void look(Future<?> future, Subject parent, int depth) {
        if (depth > DEEPEST || byFuture.containsKey(future)) {
            return;
        }
        Described described = Described.of(future);
        Node known = before.byFuture.get(future);
        Subject subject = known != null ? known.subject : new Subject(numbers.getAsInt(), described.name());
        List<Future<?>> children = children(future);
        Node node = new Node(future, subject, parent, depth, described, children.isEmpty());
        nodes.add(node);
        byFuture.put(future, node);
        for (Future<?> child : children) {
            look(child, subject, depth + 1);
        }
    }

    private static List<Future<?>> children(Future<?> future) {
        if (future instanceof PollTrace) {
            return List.of(); // which tells of them itself
        }
        try {
            return future instanceof Traced traced ? traced.awaitedAll() : List.of();
        } catch (Throwable e) {
            return List.of(); // its description shows it
        }
    }

    Collection<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** Null if the future is not there. */
    Node get(Future<?> future) {
        return byFuture.get(future);
    }

    List<Place> places() {
        return nodes.stream()
                .map(node -> new Place(node.subject, node.depth, node.state()))
                .toList();
    }

    List<Subject> leaves() {
        return nodes.stream().filter(Node::leaf).map(Node::subject).toList();
    }

    /** Children before parents. */
    List<Node> bottomUp() {
        List<Node> result = new ArrayList<>(nodes.size());
        Deque<Node> open = new ArrayDeque<>();
        for (Node node : nodes) {
            while (!open.isEmpty() && open.peek().depth >= node.depth) {
                result.add(open.pop());
            }
            open.push(node);
        }
        result.addAll(open);
        return result;
    }
}
