package dev.asyncfn;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The functions of a waker, of which four are required. Rust's {@code RawWakerVTable}: a table of function pointers. Here it is an interface: an
 * executor has one instance of it, and a data object for each waker. Wakers are compared by the identity of data and vtable, so keep
 * the instance in a constant.
 *
 * <p>All are thread-safe, do not block, and are called with the data of the waker. {@link #clone(Object) clone} takes a share in
 * the task and {@link #wake} and {@link #drop} give one back, which matters to implementations that count references; the others
 * leave it to the garbage collector.
 */
public interface RawWakerVTable {
    /**
     * Takes one more share: returns a waker of the same task, possibly the same data and vtable again.
     *
     * @param data the data object of the waker
     * @return a waker of the same task
     */
    RawWaker clone(Object data);

    /**
     * Has the task polled again, and gives back the share: the waker is consumed.
     *
     * @param data the data object of the waker
     */
    void wake(Object data);

    /**
     * Has the task polled again, and keeps the share.
     *
     * @param data the data object of the waker
     */
    void wakeByRef(Object data);

    /**
     * Gives back the share.
     *
     * @param data the data object of the waker
     */
    void drop(Object data);

    /**
     * Whether the task is suspended, and still waits for {@code awaited}: the question of {@link Waker#isAwaiting}. By default false, which also
     * stands for not known. Rust has no counterpart, since a leaf is moved into the one task that awaits it.
     *
     * @param data the data object of the waker
     * @param awaited compared by identity with the futures that the task waits for
     * @return true only if the task would never be woken without this waker
     */
    default boolean isAwaiting(Object data, Object awaited) {
        return false;
    }

    /**
     * The name of the task, for messages. By default null.
     *
     * @param data the data object of the waker
     * @return null if it is not known
     */
    default String taskName(Object data) {
        return null;
    }

    /**
     * A vtable of four functions, in Rust's order.
     *
     * @param <D> the type of the data of all wakers with this vtable; the compiler cannot check it, just as Rust
     *     cannot check its pointer, and a wrong type is a {@link ClassCastException} when the function is called
     * @param clone as {@link #clone(Object)}
     * @param wake as {@link #wake(Object)}
     * @param wakeByRef as {@link #wakeByRef(Object)}
     * @param drop as {@link #drop(Object)}
     * @return a new vtable
     */
    static <D> RawWakerVTable of(
            Function<? super D, RawWaker> clone,
            Consumer<? super D> wake,
            Consumer<? super D> wakeByRef,
            Consumer<? super D> drop) {
        return new Functions<>(clone, wake, wakeByRef, drop);
    }

    /**
     * The vtable that {@link #of} creates. A class, not a record, because vtables are compared by identity.
     *
     * @param <D> the type of the data
     */
    final class Functions<D> implements RawWakerVTable {
        private final Function<? super D, RawWaker> clone;
        private final Consumer<? super D> wake;
        private final Consumer<? super D> wakeByRef;
        private final Consumer<? super D> drop;

        private Functions(
                Function<? super D, RawWaker> clone,
                Consumer<? super D> wake,
                Consumer<? super D> wakeByRef,
                Consumer<? super D> drop) {
            this.clone = Objects.requireNonNull(clone, "clone");
            this.wake = Objects.requireNonNull(wake, "wake");
            this.wakeByRef = Objects.requireNonNull(wakeByRef, "wakeByRef");
            this.drop = Objects.requireNonNull(drop, "drop");
        }

        @Override
        public RawWaker clone(Object data) {
            return clone.apply(typed(data));
        }

        @Override
        public void wake(Object data) {
            wake.accept(typed(data));
        }

        @Override
        public void wakeByRef(Object data) {
            wakeByRef.accept(typed(data));
        }

        @Override
        public void drop(Object data) {
            drop.accept(typed(data));
        }

        @SuppressWarnings("unchecked") // ensured by the code that pairs data and vtable
        private D typed(Object data) {
            return (D) data;
        }
    }
}
