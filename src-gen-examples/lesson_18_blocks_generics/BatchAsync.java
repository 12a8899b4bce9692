package lesson_18_blocks_generics;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Batch}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class BatchAsync {
    /** No instances. */
    private BatchAsync() {}

    /**
     * The factory of {@link Batch#each}.
     *
     * @param <T> type parameter of the class
     * @param <R> the parameter of the method
     * @param self the object on which the method is called
     * @param step the parameter of the method
     * @return a future that has not run yet
     */
    static <T, R> EachFuture<T, R> each(Batch<T> self,
            Function<? super T, ? extends Future<R>> step) {
        return new EachFuture<T, R>(self, step);
    }

    /**
     * The factory of {@link Batch#twoAtOnce}.
     *
     * @param <T> type parameter of the class
     * @param self the object on which the method is called
     * @param a the parameter of the method
     * @param b the parameter of the method
     * @return a future that has not run yet
     */
    static <T> TwoAtOnceFuture<T> twoAtOnce(Batch<T> self, String a, String b) {
        return new TwoAtOnceFuture<T>(self, a, b);
    }

    /**
     * The factory of {@link Batch#suppliers}.
     *
     * @param <T> type parameter of the class
     * @param self the object on which the method is called
     * @return a future that has not run yet
     */
    static <T> SuppliersFuture<T> suppliers(Batch<T> self) {
        return new SuppliersFuture<T>(self);
    }

    /**
     * The state machine of {@code each}, Batch.java:30.
     *
     * <pre>{@code
     * 30  <R> List<R> each(Function<? super T, ? extends Future<R>> step) {
     * 31      List<R> results = new ArrayList<>();
     * 32      for (T item : items) {
     * 33          results.add(await(step.apply(item)));
     * 34          done++;
     * 35      }
     * 36      return results;
     * 37  }
     *
     *     START        31, 32  keeps self, step
     *       v
     *     LOOP         32, 33 <---------------------------------------------------------------------+
     *       v --------------------------------------------------------------------------------------|-+
     *     AWAIT_APPLY  33, 34  waits for step.apply(item), keeps self, step, results, itemIterator -+ |
     *                                                                                                 |
     *     AFTER_LOOP   36 <---------------------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     *
     * @param <T> type parameter of the class
     * @param <R> type parameter of the method
     */
    static final class EachFuture<T, R> extends StateMachine<List<R>, EachFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for step.apply(item). */ AWAIT_APPLY,

            // only passed through: no poll ends here
            /** Lines 32, 33. */ LOOP,
            /** Line 36. */ AFTER_LOOP
        }

        /** The receiver of the call. */ private Batch<T> self;

        /** A parameter. */ private Function<? super T, ? extends Future<R>> step;

        /** Read again after an await, in lines 33, 36. */ private List<R> results;
        /** Read again after an await, in line 32. */ private Iterator<T> itemIterator;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param step the parameter of the method
         */
        private EachFuture(Batch<T> self, Function<? super T, ? extends Future<R>> step) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.step = step;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<List<R>> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 31
                        results = new ArrayList<>();
                        // 32  for (T item : items) {
                        itemIterator = Bridge.items(self).iterator();
                    } // falls through
                    case LOOP: {
                        // 32      T item
                        if (!itemIterator.hasNext()) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        T item = itemIterator.next();
                        // 33  results.add(await(step.apply(item)));
                        Future<R> apply = step.apply(item);
                        Poll<?> polled = apply.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_APPLY, apply);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_APPLY: { // apply is ready
                        results.add((R) awaitedValue);
                        // 34
                        Bridge.getAndIncrementDone(self);
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 36
                        return complete(State.DONE, results);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            self = null;
            step = null;
            results = null;
            itemIterator = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code twoAtOnce}, Batch.java:40.
     *
     * <pre>{@code
     * 40  String twoAtOnce(String a, String b) {
     * 41      var first = async(() -> "<" + await(later(a)) + ">");
     * 42      var second = async(() -> "[" + await(later(b)) + "]");
     * 43      var pair = await(Futures.join(first, second));
     * 44      return pair.first() + pair.second() + " after " + done;
     * 45  }
     *
     *     START       41 to 43  keeps self, a, b
     *       v
     *     AWAIT_JOIN  43, 44    waits for Futures.join(first, second), keeps self
     *       v
     *     DONE
     * }</pre>
     *
     * @param <T> type parameter of the class
     */
    static final class TwoAtOnceFuture<T> extends StateMachine<String, TwoAtOnceFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for Futures.join(first, second). */ AWAIT_JOIN
        }

        /** The receiver of the call. */ private Batch<T> self;

        /** A parameter. */ private String a;
        /** A parameter. */ private String b;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param a the parameter of the method
         * @param b the parameter of the method
         */
        private TwoAtOnceFuture(Batch<T> self, String a, String b) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.a = a;
            this.b = b;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<String> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            switch (next) {
                case START: {
                    // 41
                    TryFuture<String, RuntimeException> first = new FirstBlock<T>(a);
                    a = null; // last use
                    TryFuture<String, RuntimeException> second = new SecondBlock<T>(b);
                    b = null; // last use
                    // 43  var pair = await(Futures.join(first, second));
                    Future<Pair<String, String>> join = Futures.join(first, second);
                    Poll<?> polled = join.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_JOIN, join);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_JOIN: { // join is ready
                    var pair = (Pair<String, String>) awaitedValue;
                    // 44
                    return complete(State.DONE, pair.first() + pair.second() + " after " + Bridge.done(self));
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            self = null;
            a = null;
            b = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }

        /**
         * The state machine of an async block in {@code twoAtOnce}, Batch.java:41.
         * A closure: its fields hold what the lambda captured.
         *
         * <pre>{@code
         * 41  () -> "<" + await(later(a)) + ">"
         *
         *     START        41  keeps a
         *       v
         *     AWAIT_LATER  41  waits for later(a)
         *       v
         *     DONE
         * }</pre>
         *
         * @param <T> type parameter of the class
         */
        private static final class FirstBlock<T>
                extends StateMachine<String, FirstBlock.State> implements TryFuture<String, RuntimeException> {
            /** The states. */
            private enum State {
                // in every async fn
                /** Not polled yet. */ START,
                /** It has its value. */ DONE,
                /** It is being polled, or a poll has failed. */ PANICKED,
                /** It was abandoned. */ DROPPED,

                // where this async fn waits
                /** Waits for later(a). */ AWAIT_LATER
            }

            /** Captured: its value when the block was created. */ private String a;

            /**
             * Creates the future; nothing runs yet.
             *
             * @param a captured
             */
            private FirstBlock(String a) {
                super(State.START);
                this.a = a;
            }

            @Override
            @SuppressWarnings("fallthrough")
            public Poll<String> poll(Context cx) throws Exception {
                State next = enter(State.PANICKED); // until we suspend or finish
                Object awaitedValue = null;
                if (awaited != null) { // suspended: what we wait for is polled first
                    Poll<?> polled = awaited.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(next);
                    awaitedValue = take(polled);
                }
                switch (next) {
                    case START: {
                        // 41      "<" + await(later(a)) + ">"
                        Later<String> later = later(a);
                        a = null; // last use
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER: { // later is ready
                        return complete(State.DONE, "<" + (String) awaitedValue + ">");
                    }
                    default:
                        throw ended(next);
                }
            }

            @Override
            protected void letGo() {
                a = null;
            }

            @Override
            public void drop() {
                drop(State.DROPPED);
            }
        }

        /**
         * The state machine of an async block in {@code twoAtOnce}, Batch.java:42.
         * A closure: its fields hold what the lambda captured.
         *
         * <pre>{@code
         * 42  () -> "[" + await(later(b)) + "]"
         *
         *     START        42  keeps b
         *       v
         *     AWAIT_LATER  42  waits for later(b)
         *       v
         *     DONE
         * }</pre>
         *
         * @param <T> type parameter of the class
         */
        private static final class SecondBlock<T>
                extends StateMachine<String, SecondBlock.State> implements TryFuture<String, RuntimeException> {
            /** The states. */
            private enum State {
                // in every async fn
                /** Not polled yet. */ START,
                /** It has its value. */ DONE,
                /** It is being polled, or a poll has failed. */ PANICKED,
                /** It was abandoned. */ DROPPED,

                // where this async fn waits
                /** Waits for later(b). */ AWAIT_LATER
            }

            /** Captured: its value when the block was created. */ private String b;

            /**
             * Creates the future; nothing runs yet.
             *
             * @param b captured
             */
            private SecondBlock(String b) {
                super(State.START);
                this.b = b;
            }

            @Override
            @SuppressWarnings("fallthrough")
            public Poll<String> poll(Context cx) throws Exception {
                State next = enter(State.PANICKED); // until we suspend or finish
                Object awaitedValue = null;
                if (awaited != null) { // suspended: what we wait for is polled first
                    Poll<?> polled = awaited.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(next);
                    awaitedValue = take(polled);
                }
                switch (next) {
                    case START: {
                        // 42      "[" + await(later(b)) + "]"
                        Later<String> later = later(b);
                        b = null; // last use
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER: { // later is ready
                        return complete(State.DONE, "[" + (String) awaitedValue + "]");
                    }
                    default:
                        throw ended(next);
                }
            }

            @Override
            protected void letGo() {
                b = null;
            }

            @Override
            public void drop() {
                drop(State.DROPPED);
            }
        }
    }

    /**
     * The state machine of {@code suppliers}, Batch.java:48.
     *
     * <pre>{@code
     * 48  List<Supplier<String>> suppliers() {
     * 49      List<Supplier<String>> suppliers = new ArrayList<>();
     * 50      for (T item : items) {
     * 51          String text = await(later("item " + item));
     * 52          suppliers.add(() -> text + " of " + items.size());
     * 53      }
     * 54      return suppliers;
     * 55  }
     *
     *     START        49, 50  keeps self
     *       v
     *     LOOP         50, 51 <----------------------------------------------------------------------+
     *       v ---------------------------------------------------------------------------------------|-+
     *     AWAIT_LATER  51, 52  waits for later("item " + item), keeps self, suppliers, itemIterator -+ |
     *                                                                                                  |
     *     AFTER_LOOP   54 <----------------------------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     *
     * @param <T> type parameter of the class
     */
    static final class SuppliersFuture<T> extends StateMachine<List<Supplier<String>>, SuppliersFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("item " + item). */ AWAIT_LATER,

            // only passed through: no poll ends here
            /** Lines 50, 51. */ LOOP,
            /** Line 54. */ AFTER_LOOP
        }

        /** The receiver of the call. */ private Batch<T> self;

        /** Read again after an await, in lines 52, 54. */ private List<Supplier<String>> suppliers;
        /** Read again after an await, in line 50. */ private Iterator<T> itemIterator;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         */
        private SuppliersFuture(Batch<T> self) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<List<Supplier<String>>> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 49
                        suppliers = new ArrayList<>();
                        // 50  for (T item : items) {
                        itemIterator = Bridge.items(self).iterator();
                    } // falls through
                    case LOOP: {
                        // 50      T item
                        if (!itemIterator.hasNext()) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        T item = itemIterator.next();
                        // 51  String text = await(later("item " + item));
                        Later<String> later = later("item " + item);
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER: { // later is ready
                        String text = (String) awaitedValue;
                        // 52
                        Batch<T> self = this.self; // what is captured must not change
                        suppliers.add(() -> text + " of " + Bridge.items(self).size());
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 54
                        return complete(State.DONE, suppliers);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            self = null;
            suppliers = null;
            itemIterator = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * Reaches the members that only {@code Batch} itself may use.
     */
    private static final class Bridge {
        /** The handle of {@code Batch.items}. */
        private static final VarHandle ITEMS;

        /** The handle of {@code Batch.done}. */
        private static final VarHandle DONE;

        static {
            try {
                MethodHandles.Lookup inBatch = MethodHandles.privateLookupIn(Batch.class, MethodHandles.lookup());
                ITEMS = inBatch.findVarHandle(Batch.class, "items", List.class);
                DONE = inBatch.findVarHandle(Batch.class, "done", int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        /** No instances. */
        private Bridge() {}

        /**
         * Reads {@code Batch.items}.
         *
         * @param <T> type parameter of the class or method
         * @param self the object whose member it is
         * @return its value
         */
        @SuppressWarnings("unchecked")
        static <T> List<T> items(Batch<T> self) {
            return (List<T>) ITEMS.get(self);
        }

        /**
         * Increments {@code Batch.done}.
         *
         * @param <T> type parameter of the class or method
         * @param self the object whose member it is
         * @return the value before that
         */
        static <T> int getAndIncrementDone(Batch<T> self) {
            int old = (int) DONE.get(self);
            int value = old;
            value++;
            DONE.set(self, value);
            return old;
        }

        /**
         * Reads {@code Batch.done}.
         *
         * @param <T> type parameter of the class or method
         * @param self the object whose member it is
         * @return its value
         */
        static <T> int done(Batch<T> self) {
            return (int) DONE.get(self);
        }
    }
}
