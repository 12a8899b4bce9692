package further.switch_cases;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Traffic}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class TrafficAsync {
    /** No instances. */
    private TrafficAsync() {}

    /**
     * The factory of {@link Traffic#advice}.
     *
     * @param light the parameter of the method
     * @return a future that has not run yet
     */
    static AdviceFuture advice(Traffic.Light light) {
        return new AdviceFuture(light);
    }

    /**
     * The state machine of {@code advice}, Traffic.java:21.
     *
     * <pre>{@code
     * 21  static String advice(Light light) {
     * 22      String verb = switch (await(later(light))) {
     * 23          case RED -> "stop";
     * 24          case YELLOW -> await(later("slow down"));
     * 25          case GREEN -> {
     * 26              String speed = await(later("at 50"));
     * 27              yield "go " + speed;
     * 28          }
     * 29      };
     * 30      switch (verb) {
     * 31          case "stop":
     * 32              System.out.println("wait");
     * 33              await(later("a minute"));
     * 34          case "slow down":
     * 35              System.out.println("brake");
     * 36              break;
     * 37          default:
     * 38              System.out.println("no brake");
     * 39      }
     * 40      return verb;
     * 41  }
     *
     *     START              22        keeps light
     *       v
     *     AWAIT_LATER_LIGHT  22        waits for later(light) --------------------+
     *       v                                                                   | |
     *     CASE_RED           23 ------------------------------------------------|-|-+
     *                                                                           | | |
     *     CASE_YELLOW        24 <-----------------------------------------------+ | |
     *       v                                                                     | |
     *     AWAIT_LATER_24     24        waits for later("slow down") --------------|-+
     *                                                                             | |
     *     CASE_GREEN         25, 26 <---------------------------------------------+ |
     *       v                                                                       |
     *     AWAIT_SPEED        26, 27    waits for later("at 50")                     |
     *       v                                                                       |
     *     CHOSEN             22, 30 <-----------------------------------------------+
     *       v --------------------------------------------------------------------+
     *     CASE_STOP          31 to 33                                           | |
     *       v                                                                   | |
     *     AWAIT_LATER_33     33        waits for later("a minute"), keeps verb  | |
     *       v                                                                   | |
     *     CASE_SLOW_DOWN     34 to 36 <-----------------------------------------+ |
     *      ---------------------------------------------------------------------+ |
     *     DEFAULT            37, 38 <-------------------------------------------|-+
     *       v                                                                   |
     *     AFTER_SWITCH       40 <-----------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    @SuppressWarnings("fallthrough")
    static final class AdviceFuture extends StateMachine<String, AdviceFuture.State> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for later(light). */ AWAIT_LATER_LIGHT,
            /** Waits for later("slow down"). */ AWAIT_LATER_24,
            /** Waits for later("at 50"). */ AWAIT_SPEED,
            /** Waits for later("a minute"). */ AWAIT_LATER_33,

            // only passed through: no poll ends here
            /** Line 23. */ CASE_RED,
            /** Line 24. */ CASE_YELLOW,
            /** Lines 25, 26. */ CASE_GREEN,
            /** Lines 22, 30. */ CHOSEN,
            /** Lines 31 to 33. */ CASE_STOP,
            /** Lines 34 to 36. */ CASE_SLOW_DOWN,
            /** Lines 37, 38. */ DEFAULT,
            /** Line 40. */ AFTER_SWITCH
        }

        /** A parameter. */ private Traffic.Light light;

        /** Read again after an await, in line 40. */ private String verb;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param light the parameter of the method
         */
        private AdviceFuture(Traffic.Light light) {
            super(State.START);
            this.light = light;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            String chosen = null; // not kept across any await
            for (;;) {
                switch (next) {
                    case START: {
                        // 22  String verb = switch (await(later(light))) {
                        Later<Traffic.Light> later = later(light);
                        light = null; // last use
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER_LIGHT, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER_LIGHT: { // later is ready
                        switch ((Traffic.Light) awaitedValue) {
                            case RED:
                                next = State.CASE_RED;
                                continue;
                            case YELLOW:
                                next = State.CASE_YELLOW;
                                continue;
                            case GREEN:
                                next = State.CASE_GREEN;
                                continue;
                            default:
                                throw new IncompatibleClassChangeError();
                        }
                    }
                    case CASE_RED: {
                        // 23  case RED ->
                        chosen = "stop";
                        next = State.CHOSEN;
                        continue;
                    }
                    case CASE_YELLOW: {
                        // 24  case YELLOW ->
                        Later<String> later = later("slow down");
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER_24, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER_24: { // later is ready
                        chosen = (String) awaitedValue;
                        next = State.CHOSEN;
                        continue;
                    }
                    case CASE_GREEN: {
                        // 25  case GREEN ->
                        // 26  String speed = await(later("at 50"));
                        Later<String> later = later("at 50");
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_SPEED, later);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_SPEED: { // later is ready
                        String speed = (String) awaitedValue;
                        // 27
                        chosen = "go " + speed;
                    } // falls through
                    case CHOSEN: {
                        verb = chosen;
                        // 30  switch (verb) {
                        switch (verb) {
                            case "stop":
                                next = State.CASE_STOP;
                                continue;
                            case "slow down":
                                next = State.CASE_SLOW_DOWN;
                                continue;
                            default:
                                next = State.DEFAULT;
                                continue;
                        }
                    }
                    case CASE_STOP: {
                        // 31  case "stop":
                        // 32
                        System.out.println("wait");
                        // 33  await(later("a minute"));
                        Later<String> later = later("a minute");
                        Poll<?> polled = later.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_LATER_33, later);
                        take(polled);
                    } // ready at once: falls through
                    case AWAIT_LATER_33: // later is ready, falls through
                    case CASE_SLOW_DOWN: {
                        // 34  case "slow down":
                        // 35
                        System.out.println("brake");
                        next = State.AFTER_SWITCH;
                        continue;
                    }
                    case DEFAULT: {
                        // 37  default:
                        // 38
                        System.out.println("no brake");
                    } // falls through
                    case AFTER_SWITCH: {
                        // 40
                        return complete(State.DONE, verb);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            light = null;
            verb = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }
}
