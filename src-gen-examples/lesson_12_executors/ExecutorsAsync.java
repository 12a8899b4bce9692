package lesson_12_executors;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.sync.Notify;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Executors}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class ExecutorsAsync {
    /** No instances. */
    private ExecutorsAsync() {}

    /**
     * The factory of {@link Executors#count}.
     *
     * @param name the parameter of the method
     * @param to the parameter of the method
     * @return a future that has not run yet
     */
    static CountFuture count(String name, int to) {
        return new CountFuture(name, to);
    }

    /**
     * The factory of {@link Executors#countClicks}.
     *
     * @param click the parameter of the method
     * @param to the parameter of the method
     * @return a future that has not run yet
     */
    static CountClicksFuture countClicks(Notify click, int to) {
        return new CountClicksFuture(click, to);
    }

    /**
     * The state machine of {@code count}, Executors.java:25.
     *
     * <pre>{@code
     * 25  static int count(String name, int to) {
     * 26      for (int n = 1; n <= to; n++) {
     * 27          System.out.println("  " + name + " " + n);
     * 28          await(later("a moment"));
     * 29      }
     * 30      return to;
     * 31  }
     *
     *     START        26        keeps name, to
     *       v
     *     LOOP         26 to 28 <------------------------------------------------+
     *       v -------------------------------------------------------------------|-+
     *     AWAIT_LATER  26, 28    waits for later("a moment"), keeps name, to, n -+ |
     *                                                                              |
     *     AFTER_LOOP   30 <--------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class CountFuture extends StateMachine<Integer, CountFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later("a moment"). */ AWAIT_LATER,

            // only passed through: no poll ends here
            /** Lines 26 to 28. */ LOOP,
            /** Line 30. */ AFTER_LOOP
        }

        /** A parameter. */ private String name;
        /** A parameter. */ private final int to;

        /** Read again after an await, in lines 26, 27. */ private int n;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param name the parameter of the method
         * @param to the parameter of the method
         */
        private CountFuture(String name, int to) {
            super(State.START);
            this.name = name;
            this.to = to;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 26  for (int n = 1;
                        n = 1;
                    } // falls through
                    case LOOP: {
                        // 26      n <= to;
                        if (!(n <= to)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 27
                        System.out.println("  " + name + " " + n);
                        // 28  await(later("a moment"));
                        Later<String> later = later("a moment");
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER, later);
                        take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER: { // later is ready
                        // 26      n++) {
                        n++;
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 30
                        return complete(State.DONE, to);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            name = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code countClicks}, Executors.java:34.
     *
     * <pre>{@code
     * 34  static int countClicks(Notify click, int to) {
     * 35      for (int n = 1; n <= to; n++) {
     * 36          await(click.notified());
     * 37          System.out.println("  click " + n);
     * 38      }
     * 39      return to;
     * 40  }
     *
     *     START           35        keeps click, to
     *       v
     *     LOOP            35, 36 <--------------------------------------------------+
     *       v ----------------------------------------------------------------------|-+
     *     AWAIT_NOTIFIED  35 to 37  waits for click.notified(), keeps click, to, n -+ |
     *                                                                                 |
     *     AFTER_LOOP      39 <--------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class CountClicksFuture extends StateMachine<Integer, CountClicksFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for click.notified(). */ AWAIT_NOTIFIED,

            // only passed through: no poll ends here
            /** Lines 35, 36. */ LOOP,
            /** Line 39. */ AFTER_LOOP
        }

        /** A parameter. */ private Notify click;
        /** A parameter. */ private final int to;

        /** Read again after an await, in lines 35, 37. */ private int n;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param click the parameter of the method
         * @param to the parameter of the method
         */
        private CountClicksFuture(Notify click, int to) {
            super(State.START);
            this.click = click;
            this.to = to;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Integer> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 35  for (int n = 1;
                        n = 1;
                    } // falls through
                    case LOOP: {
                        // 35      n <= to;
                        if (!(n <= to)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 36  await(click.notified());
                        Notify.Notified notified = click.notified();
                        Poll<?> polled = notified.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_NOTIFIED, notified);
                        take(polled);
                    } // ready at once: falls through
                    case AWAIT_NOTIFIED: { // notified is ready
                        // 37
                        System.out.println("  click " + n);
                        // 35      n++) {
                        n++;
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 39
                        return complete(State.DONE, to);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            click = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
