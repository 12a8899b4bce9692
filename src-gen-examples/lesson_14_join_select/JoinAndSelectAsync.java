package lesson_14_join_select;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.future.Either;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.future.Pair;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link JoinAndSelect}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class JoinAndSelectAsync {
    /** No instances. */
    private JoinAndSelectAsync() {}

    /**
     * The factory of {@link JoinAndSelect#joined}.
     *
     * @param a the parameter of the method
     * @param b the parameter of the method
     * @return a future that has not run yet
     */
    static JoinedFuture joined(Future<String> a, Future<String> b) {
        return new JoinedFuture(a, b);
    }

    /**
     * The factory of {@link JoinAndSelect#selected}.
     *
     * @param a the parameter of the method
     * @param b the parameter of the method
     * @return a future that has not run yet
     */
    static SelectedFuture selected(Future<String> a, Future<String> b) {
        return new SelectedFuture(a, b);
    }

    /**
     * The factory of {@link JoinAndSelect#inOrderOfArrival}.
     *
     * @param futures the parameter of the method
     * @return a future that has not run yet
     */
    static InOrderOfArrivalFuture inOrderOfArrival(List<Future<String>> futures) {
        return new InOrderOfArrivalFuture(futures);
    }

    /**
     * The state machine of {@code joined}, JoinAndSelect.java:20.
     *
     * <pre>{@code
     * 20  static String joined(Future<String> a, Future<String> b) {
     * 21      var pair = await(Futures.join(a, b));
     * 22      return pair.first() + " and " + pair.second();
     * 23  }
     *
     *     START       21      keeps a, b
     *       v
     *     AWAIT_JOIN  21, 22  waits for Futures.join(a, b)
     *       v
     *     DONE
     * }</pre>
     */
    static final class JoinedFuture extends StateMachine<String, JoinedFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for Futures.join(a, b). */ AWAIT_JOIN
        }

        /** A parameter. */ private Future<String> a;
        /** A parameter. */ private Future<String> b;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param a the parameter of the method
         * @param b the parameter of the method
         */
        private JoinedFuture(Future<String> a, Future<String> b) {
            super(State.START);
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
                    // 21  var pair = await(Futures.join(a, b));
                    Future<Pair<String, String>> join = Futures.join(a, b);
                    a = null; // last use
                    b = null; // last use
                    Poll<?> polled = join.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_JOIN, join);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_JOIN: { // join is ready
                    var pair = (Pair<String, String>) awaitedValue;
                    // 22
                    return complete(State.DONE, pair.first() + " and " + pair.second());
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            a = null;
            b = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code selected}, JoinAndSelect.java:26.
     *
     * <pre>{@code
     * 26  static String selected(Future<String> a, Future<String> b) {
     * 27      Either<String, String> first = await(Futures.select(a, b));
     * 28      if (first instanceof Either.Left<String, String> left) {
     * 29          return left.value() + " first, then " + await(b);
     * 30      }
     * 31      return "the other way round, then " + await(a);
     * 32  }
     *
     *     START         27        keeps a, b
     *       v
     *     AWAIT_SELECT  27 to 29  waits for Futures.select(a, b), keeps a, b -+
     *       v                                                                 |
     *     AWAIT_B       29        waits for b, keeps leftValue ---------------|-+
     *                                                                         | |
     *     AFTER_IF      31 <--------------------------------------------------+ |
     *       v                                                                   |
     *     AWAIT_A       31        waits for a                                   |
     *       v                                                                   |
     *     DONE <----------------------------------------------------------------+
     * }</pre>
     */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static final class SelectedFuture extends StateMachine<String, SelectedFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for Futures.select(a, b). */ AWAIT_SELECT,
            /** Waits for b. */ AWAIT_B,
            /** Waits for a. */ AWAIT_A,

            // only passed through: no poll ends here
            /** Line 31. */ AFTER_IF
        }

        /** A parameter. */ private Future<String> a;
        /** A parameter. */ private Future<String> b;

        /** Evaluated before an await in the same expression, in line 29. */ private String leftValue;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param a the parameter of the method
         * @param b the parameter of the method
         */
        private SelectedFuture(Future<String> a, Future<String> b) {
            super(State.START);
            this.a = a;
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
            for (;;) {
                switch (next) {
                    case START: {
                        // 27  Either<String, String> first = await(Futures.select(a, b));
                        Future<Either<String, String>> select = Futures.select(a, b);
                        Poll<?> polled = select.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_SELECT, select);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_SELECT: { // select is ready
                        Either<String, String> first = (Either<String, String>) awaitedValue;
                        // 28  if (first instanceof Either.Left<String, String> left) {
                        if (!(first instanceof Either.Left<String, String> left)) {
                            next = State.AFTER_IF;
                            continue;
                        }
                        a = null; // not needed any more
                        // 29  return left.value() + " first, then " + await(b);
                        leftValue = left.value() + " first, then "; // before the next await
                        Future<String> bFuture = b;
                        b = null; // last use
                        Poll<?> polled = bFuture.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_B, bFuture);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_B: { // bFuture is ready
                        return complete(State.DONE, leftValue + (String) awaitedValue);
                    }
                    case AFTER_IF: {
                        // 31  return "the other way round, then " + await(a);
                        b = null; // not needed any more
                        Future<String> aFuture = a;
                        a = null; // last use
                        Poll<?> polled = aFuture.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_A, aFuture);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_A: { // aFuture is ready
                        return complete(State.DONE, "the other way round, then " + (String) awaitedValue);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            a = null;
            b = null;
            leftValue = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code inOrderOfArrival}, JoinAndSelect.java:35.
     *
     * <pre>{@code
     * 35  static String inOrderOfArrival(List<Future<String>> futures) {
     * 36      FuturesUnordered<String> set = FuturesUnordered.of(futures);
     * 37      String all = "";
     * 38      while (!set.isEmpty()) {
     * 39          all += await(set.next()) + " ";
     * 40      }
     * 41      return all;
     * 42  }
     *
     *     START       36, 37  keeps futures
     *       v
     *     LOOP        38, 39 <--------------------------------------+
     *       v ------------------------------------------------------|-+
     *     AWAIT_NEXT  39      waits for set.next(), keeps set, all -+ |
     *                                                                 |
     *     AFTER_LOOP  41 <--------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class InOrderOfArrivalFuture extends StateMachine<String, InOrderOfArrivalFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for set.next(). */ AWAIT_NEXT,

            // only passed through: no poll ends here
            /** Lines 38, 39. */ LOOP,
            /** Line 41. */ AFTER_LOOP
        }

        /** A parameter. */ private List<Future<String>> futures;

        /** Read again after an await, in lines 38, 39. */ private FuturesUnordered<String> set;
        /** Read again after an await, in lines 39, 41. */ private String all;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param futures the parameter of the method
         */
        private InOrderOfArrivalFuture(List<Future<String>> futures) {
            super(State.START);
            this.futures = futures;
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
            for (;;) {
                switch (next) {
                    case START: {
                        // 36
                        set = FuturesUnordered.of(futures);
                        futures = null; // last use
                        all = "";
                    } // falls through
                    case LOOP: {
                        // 38  while (!set.isEmpty()) {
                        if (set.isEmpty()) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 39  all += await(set.next()) + " ";
                        Future<String> nextFuture = set.next();
                        Poll<?> polled = nextFuture.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_NEXT, nextFuture);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_NEXT: { // nextFuture is ready
                        all += (String) awaitedValue + " ";
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 41
                        return complete(State.DONE, all);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            futures = null;
            set = null;
            all = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
