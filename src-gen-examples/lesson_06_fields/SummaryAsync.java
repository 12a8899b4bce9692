package lesson_06_fields;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.util.List;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Summary}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class SummaryAsync {
    /** No instances. */
    private SummaryAsync() {}

    /**
     * The factory of {@link Summary#summary}.
     *
     * @param lines the parameter of the method
     * @param title the parameter of the method
     * @return a future that has not run yet
     */
    static SummaryFuture summary(List<String> lines, String title) {
        return new SummaryFuture(lines, title);
    }

    /**
     * The state machine of {@code summary}, Summary.java:19.
     *
     * <pre>{@code
     * 19  static String summary(List<String> lines, String title) {
     * 20      int count = lines.size();
     * 21      String head = title.strip();
     * 22      System.out.println("begins: " + head);
     * 23      String first = await(later(lines.get(0)));
     * 24      String text = first + " and " + (count - 1) + " more";
     * 25      String checked = await(later(text + "."));
     * 26      return checked;
     * 27  }
     *
     *     START          20 to 23  keeps lines, title
     *       v
     *     AWAIT_FIRST    23 to 25  waits for later(lines.get(0)), keeps count
     *       v
     *     AWAIT_CHECKED  25, 26    waits for later(text + ".")
     *       v
     *     DONE
     * }</pre>
     */
    static final class SummaryFuture extends StateMachine<String, SummaryFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(lines.get(0)). */ AWAIT_FIRST,
            /** Waits for later(text + "."). */ AWAIT_CHECKED
        }

        /** A parameter. */ private List<String> lines;
        /** A parameter. */ private String title;

        /** Read again after an await, in line 24. */ private int count;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param lines the parameter of the method
         * @param title the parameter of the method
         */
        private SummaryFuture(List<String> lines, String title) {
            super(State.START);
            this.lines = lines;
            this.title = title;
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
                    // 20
                    count = lines.size();
                    String head = title.strip();
                    title = null; // last use
                    System.out.println("begins: " + head);
                    // 23  String first = await(later(lines.get(0)));
                    Later<String> later = later(lines.get(0));
                    lines = null; // last use
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_FIRST, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_FIRST: { // later is ready
                    String first = (String) awaitedValue;
                    // 24
                    String text = first + " and " + (count - 1) + " more";
                    // 25  String checked = await(later(text + "."));
                    Later<String> later = later(text + ".");
                    Poll<?> polled = later.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_CHECKED, later);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_CHECKED: { // later is ready
                    String checked = (String) awaitedValue;
                    // 26
                    return complete(State.DONE, checked);
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            lines = null;
            title = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
