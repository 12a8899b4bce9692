package lesson_08_loop;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Users}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class UsersAsync {
    /** No instances. */
    private UsersAsync() {}

    /**
     * The factory of {@link Users#getUser}.
     *
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static GetUserFuture getUser(int id) {
        return new GetUserFuture(id);
    }

    /**
     * The state machine of {@code getUser}, Users.java:16.
     *
     * <pre>{@code
     * 16  static String getUser(int id) {
     * 17      String resp = await(readData(id));
     * 18      for (int i = 0; i < 3; i++) {
     * 19          resp = await(process1(resp, i));
     * 20      }
     * 21      return await(process2(resp));
     * 22  }
     *
     *     START            17      keeps id
     *       v
     *     AWAIT_READ_DATA  17, 18  waits for readData(id)
     *       v
     *     LOOP             18, 19 <--------------------------------------+
     *       v -----------------------------------------------------------|-+
     *     AWAIT_PROCESS1   18, 19  waits for process1(resp, i), keeps i -+ |
     *                                                                      |
     *     AFTER_LOOP       21 <--------------------------------------------+
     *       v
     *     AWAIT_PROCESS2   21      waits for process2(resp)
     *       v
     *     DONE
     * }</pre>
     */
    static final class GetUserFuture extends StateMachine<String, GetUserFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for readData(id). */ AWAIT_READ_DATA,
            /** Waits for process1(resp, i). */ AWAIT_PROCESS1,
            /** Waits for process2(resp). */ AWAIT_PROCESS2,

            // only passed through: no poll ends here
            /** Lines 18, 19. */ LOOP,
            /** Line 21. */ AFTER_LOOP
        }

        /** A parameter. */ private final int id;

        /** Read again after an await, in lines 18, 19. */ private int i;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param id the parameter of the method
         */
        private GetUserFuture(int id) {
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
            String resp = null; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: {
                        // 17  String resp = await(readData(id));
                        Future<String> readData = Users.readData(id);
                        Poll<?> polled = readData.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_READ_DATA, readData);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_READ_DATA: { // readData is ready
                        resp = (String) awaitedValue;
                        // 18  for (int i = 0;
                        i = 0;
                    } // falls through
                    case LOOP: {
                        // 18      i < 3;
                        if (!(i < 3)) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        // 19  resp = await(process1(resp, i));
                        Future<String> process1 = Users.process1(resp, i);
                        Poll<?> polled = process1.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_PROCESS1, process1);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_PROCESS1: { // process1 is ready
                        resp = (String) awaitedValue;
                        // 18      i++) {
                        i++;
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 21  return await(process2(resp));
                        Future<String> process2 = Users.process2(resp);
                        Poll<?> polled = process2.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_PROCESS2, process2);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_PROCESS2: { // process2 is ready
                        return complete(State.DONE, (String) awaitedValue);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
