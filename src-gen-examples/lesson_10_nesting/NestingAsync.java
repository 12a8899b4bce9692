package lesson_10_nesting;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Nesting}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class NestingAsync {
    /** No instances. */
    private NestingAsync() {}

    /**
     * The factory of {@link Nesting#page}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static PageFuture page(int id) {
        return new PageFuture(id);
    }

    /**
     * The factory of {@link Nesting#user}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static UserFuture user(int id) {
        return new UserFuture(id);
    }

    /**
     * The factory of {@link Nesting#row}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static RowFuture row(int id) {
        return new RowFuture(id);
    }

    /**
     * The state machine of {@code page}, Nesting.java:15.
     *
     * <pre>{@code
     * 15  static String page(int id) {
     * 16      String user = await(user(id));
     * 17      return "<p>" + user + "</p>";
     * 18  }
     *
     *     START       16      keeps id
     *       v
     *     AWAIT_USER  16, 17  waits for user(id)
     *       v
     *     DONE
     * }</pre>
     */
    static final class PageFuture extends StateMachine<String, PageFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for user(id). */ AWAIT_USER
        }

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private PageFuture(int id) {
            super(State.START);
            this.id = id;
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
                    // 16  String user = await(user(id));
                    UserFuture userFuture = NestingAsync.user(id);
                    Poll<?> polled = userFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_USER, userFuture);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_USER: { // userFuture is ready
                    String user = (String) awaitedValue;
                    // 17
                    return complete(State.DONE, "<p>" + user + "</p>");
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code user}, Nesting.java:21.
     *
     * <pre>{@code
     * 21  static String user(int id) {
     * 22      String row = await(row(id));
     * 23      String name = await(later(row + ": Ada"));
     * 24      return name;
     * 25  }
     *
     *     START        22      keeps id
     *       v
     *     AWAIT_ROW    22, 23  waits for row(id)
     *       v
     *     AWAIT_LATER  23, 24  waits for later(row + ": Ada")
     *       v
     *     DONE
     * }</pre>
     */
    static final class UserFuture extends StateMachine<String, UserFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for row(id). */ AWAIT_ROW,
            /** Waits for later(row + ": Ada"). */ AWAIT_LATER
        }

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private UserFuture(int id) {
            super(State.START);
            this.id = id;
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
                    // 22  String row = await(row(id));
                    RowFuture rowFuture = NestingAsync.row(id);
                    Poll<?> polled = rowFuture.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_ROW, rowFuture);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_ROW: { // rowFuture is ready
                    String row = (String) awaitedValue;
                    // 23  String name = await(later(row + ": Ada"));
                    Later<String> later = later(row + ": Ada");
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    String name = (String) awaitedValue;
                    // 24
                    return complete(State.DONE, name);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code row}, Nesting.java:28.
     *
     * <pre>{@code
     * 28  static String row(int id) {
     * 29      return await(later("row " + id));
     * 30  }
     *
     *     START        29  keeps id
     *       v
     *     AWAIT_LATER  29  waits for later("row " + id)
     *       v
     *     DONE
     * }</pre>
     */
    static final class RowFuture extends StateMachine<String, RowFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("row " + id). */ AWAIT_LATER
        }

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private RowFuture(int id) {
            super(State.START);
            this.id = id;
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
                    // 29  return await(later("row " + id));
                    Later<String> later = later("row " + id);
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_LATER, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_LATER: { // later is ready
                    return complete(State.DONE, (String) awaitedValue);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
