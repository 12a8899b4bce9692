package lesson_13_reactor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import java.nio.channels.Pipe;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Listening}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class ListeningAsync {
    /** No instances. */
    private ListeningAsync() {}

    /**
     * The factory of {@link Listening#listen}.
     *
     * @param name the parameter of the method
     * @param reactor the parameter of the method
     * @param source the parameter of the method
     * @return a future that has not run yet
     */
    static ListenFuture listen(String name, Reactor reactor, Pipe.SourceChannel source) {
        return new ListenFuture(name, reactor, source);
    }

    /**
     * The state machine of {@code listen}, Listening.java:17.
     *
     * <pre>{@code
     * 17  static void listen(String name, Reactor reactor, Pipe.SourceChannel source) {
     * 18      String text;
     * 19      while ((text = await(reactor.read(source))) != null) {
     * 20          System.out.println("  " + name + " got " + text);
     * 21      }
     * 22      System.out.println("  " + name + " is at its end");
     * 23  }
     *
     *     START       18      keeps name, reactor, source
     *       v
     *     LOOP        19 <-----------------------------------------------------------------+
     *       v                                                                              |
     *     AWAIT_READ  19, 20  waits for reactor.read(source), keeps name, reactor, source -+
     *       v
     *     AFTER_LOOP  22, 23
     *       v
     *     DONE
     * }</pre>
     */
    static final class ListenFuture extends StateMachine<Void, ListenFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for reactor.read(source). */ AWAIT_READ,

            // only passed through: no poll ends here
            /** Line 19. */ LOOP,
            /** Lines 22, 23. */ AFTER_LOOP
        }

        /** A parameter. */ private String name;
        /** A parameter. */ private Reactor reactor;
        /** A parameter. */ private Pipe.SourceChannel source;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param name the parameter of the method
         * @param reactor the parameter of the method
         * @param source the parameter of the method
         */
        private ListenFuture(String name, Reactor reactor, Pipe.SourceChannel source) {
            super(State.START);
            this.name = name;
            this.reactor = reactor;
            this.source = source;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<Void> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            String text = null; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: // falls through
                    case LOOP: {
                        // 19  while ((text = await(reactor.read(source))) != null) {
                        Future<String> read = reactor.read(source);
                        Poll<?> polled = read.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_READ, read);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_READ: { // read is ready
                        if (!((text = (String) awaitedValue) != null)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 20
                        System.out.println("  " + name + " got " + text);
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 22
                        System.out.println("  " + name + " is at its end");
                        return complete(State.DONE, null);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            name = null;
            reactor = null;
            source = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
