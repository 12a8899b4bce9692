package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import dev.asyncfn.test.ManualFuture;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import support.Later;

/** The leaves that the reader drives, in the order in which the program made them. */
public final class Hands {
    /** A leaf and the value that it will be ready with. */
    record Leaf(ManualFuture<Object> future, Object value) {
        boolean isOpen() {
            return future.holdsWaker();
        }

        void ready() {
            future.ready(value);
        }

        void fail() {
            future.fail(new IOException(future.name() + " has failed"));
        }
    }

    private static final List<Leaf> LEAVES = new CopyOnWriteArrayList<>();

    private Hands() {}

    /** Forgets all leaves: another execution begins. */
    static void clear() {
        LEAVES.clear();
    }

    /** All leaves. */
    static List<Leaf> leaves() {
        return LEAVES;
    }

    /**
     * A new leaf.
     *
     * @param <T> the type of the value
     * @param name how the reader knows it
     * @param value what it will be ready with
     * @return the leaf
     */
    @SuppressWarnings("unchecked") // the value is of the leaf's type
    public static <T> ManualFuture<T> leaf(String name, T value) {
        long same = LEAVES.stream()
                .filter(leaf ->
                        leaf.future.name().equals(name) || leaf.future.name().startsWith(name + " "))
                .count();
        ManualFuture<T> leaf = ManualFuture.named(same == 0 ? name : name + " " + (same + 1));
        LEAVES.add(new Leaf((ManualFuture<Object>) leaf, value));
        return leaf;
    }

    /** The leaves that the program made itself and that wait now: they will be ready with null. */
    @SuppressWarnings("unchecked") // null is of every type
    static void adopt(Future<?> future) {
        if (future instanceof ManualFuture<?> leaf && LEAVES.stream().noneMatch(known -> known.future == leaf)) {
            LEAVES.add(new Leaf((ManualFuture<Object>) leaf, null));
        } else if (future instanceof Traced traced && !(future instanceof Later)) {
            traced.awaitedAll().forEach(Hands::adopt);
        }
    }

    /**
     * The name of the method that has called one of {@code type}.
     *
     * @param type the class whose caller is asked for
     * @return the method's name; that of the method around it for a lambda
     */
    public static String callerOf(Class<?> type) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.skip(1)
                        .dropWhile(frame -> frame.getDeclaringClass() == type)
                        .map(StackWalker.StackFrame::getMethodName)
                        .findFirst())
                .map(Hands::methodOf)
                .orElse("later");
    }

    /** The future of an async fn makes its leaves in poll, which says nothing. */
    private static String methodOf(String name) {
        if (name.startsWith("lambda$")) {
            return name.substring("lambda$".length(), name.lastIndexOf('$'));
        }
        return name.equals("poll") ? "later" : name;
    }
}
