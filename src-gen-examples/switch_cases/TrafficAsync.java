package switch_cases;

import static support.Later.later;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import javax.annotation.processing.Generated;
import support.Later;

/**
 * The async fns of {@link Traffic}: each factory makes a future that has not run yet.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
final class TrafficAsync {
    private TrafficAsync() {}

    static AdviceFuture advice(Traffic.Light light) {
        return new AdviceFuture(light);
    }

    /**
     * The state machine of this async fn:
     *
     * <pre>{@code
     * @SuppressWarnings("fallthrough")
     * @AsyncFn
     * static String advice(Light light) {
     *     String verb = switch (await(later(light))) {
     *         case RED -> "stop";
     *         case YELLOW -> await(later("slow down"));
     *         case GREEN -> {
     *             String speed = await(later("at 50"));
     *             yield "go " + speed;
     *         }
     *     };
     *     switch (verb) {
     *         case "stop":
     *             System.out.println("wait");
     *             await(later("a minute"));
     *         case "slow down":
     *             System.out.println("brake");
     *             break;
     *         default:
     *             System.out.println("no brake");
     *     }
     *     return verb;
     * }
     * }</pre>
     *
     * States, and what each keeps while the future stays in it:
     *
     * <pre>{@code
     * state           line  goes on to                          awaits                     keeps
     * START           22    AWAIT_LATER                                                    light
     * AWAIT_LATER     22    CASE_RED, CASE_YELLOW, CASE_GREEN   await(later(light))
     * CASE_RED        23    CHOSEN
     * CASE_YELLOW     24    AWAIT_LATER_2
     * AWAIT_LATER_2   24    CHOSEN                              await(later("slow down"))
     * CASE_GREEN      26    AWAIT_LATER_3
     * AWAIT_LATER_3   26    CHOSEN                              await(later("at 50"))
     * CHOSEN          22    CASE_STOP, CASE_SLOW_DOWN, DEFAULT
     * CASE_STOP       32    AWAIT_LATER_4
     * AWAIT_LATER_4   33    CASE_SLOW_DOWN                      await(later("a minute"))   verb
     * CASE_SLOW_DOWN  35    AFTER_SWITCH
     * DEFAULT         38    AFTER_SWITCH
     * AFTER_SWITCH    40    DONE
     * }</pre>
     */
    @SuppressWarnings("fallthrough")
    static final class AdviceFuture implements Future<String>, Traced {
        private State state = State.START;

        /** What was passed to the factory. */
        private Traffic.Light light;

        /** Locals that live across an await. */
        private String verb;

        /** The future being awaited; null unless suspended. */
        private Future<?> awaited;

        /** Where it was suspended last: should it fail there, the stack trace tells the line. */
        private State suspendedAt = State.START;

        private enum State {
            START,
            AWAIT_LATER,
            CASE_RED,
            CASE_YELLOW,
            AWAIT_LATER_2,
            CASE_GREEN,
            AWAIT_LATER_3,
            CHOSEN,
            CASE_STOP,
            AWAIT_LATER_4,
            CASE_SLOW_DOWN,
            DEFAULT,
            AFTER_SWITCH,
            DONE,
            PANICKED,
            DROPPED
        }

        private AdviceFuture(Traffic.Light light) {
            this.light = light;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<String> poll(Context cx) throws Exception {
            State resumed = state;
            state = State.PANICKED; // until we suspend or finish
            Object output = null;
            String chosen = null;
            if (awaited != null && resumed != State.PANICKED) { // suspended: first poll what we wait for
                if (!(awaited.poll(cx) instanceof Poll.Ready<?> ready)) {
                    state = resumed;
                    return Poll.pending();
                }
                awaited = null;
                output = ready.value();
            }
            for (;;) {
                switch (resumed) {
                    case START: {
                        // Traffic.java:22  String verb = switch (await(later(light))) {
                        Later<Traffic.Light> later = later(light);
                        light = null; // last use
                        if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_LATER, later);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_LATER: {
                        // Traffic.java:22, ready: String verb = switch (await(later(light))) {
                        switch ((Traffic.Light) output) {
                            case RED:
                                resumed = State.CASE_RED;
                                continue;
                            case YELLOW:
                                resumed = State.CASE_YELLOW;
                                continue;
                            case GREEN:
                                resumed = State.CASE_GREEN;
                                continue;
                            default:
                                throw new IncompatibleClassChangeError();
                        }
                    }
                    case CASE_RED: {
                        // Traffic.java:23  case RED -> "stop";
                        chosen = "stop";
                        resumed = State.CHOSEN;
                        continue;
                    }
                    case CASE_YELLOW: {
                        // Traffic.java:24  case YELLOW -> await(later("slow down"));
                        Later<String> later = later("slow down");
                        if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_LATER_2, later);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_LATER_2: {
                        // Traffic.java:24, ready: case YELLOW -> await(later("slow down"));
                        chosen = (String) output;
                        resumed = State.CHOSEN;
                        continue;
                    }
                    case CASE_GREEN: {
                        // Traffic.java:26  String speed = await(later("at 50"));
                        Later<String> later = later("at 50");
                        if (!(later.poll(cx) instanceof Poll.Ready<?> ready)) {
                            return suspend(State.AWAIT_LATER_3, later);
                        }
                        output = ready.value();
                    } // falls through
                    case AWAIT_LATER_3: {
                        // Traffic.java:26, ready: String speed = await(later("at 50"));
                        String speed = (String) output;
                        chosen = "go " + speed;
                        resumed = State.CHOSEN;
                        continue;
                    }
                    case CHOSEN: {
                        // Traffic.java:22  String verb = switch (await(later(light))) {
                        verb = chosen;
                        // Traffic.java:30  switch (verb) {
                        switch (verb) {
                            case "stop":
                                resumed = State.CASE_STOP;
                                continue;
                            case "slow down":
                                resumed = State.CASE_SLOW_DOWN;
                                continue;
                            default:
                                resumed = State.DEFAULT;
                                continue;
                        }
                    }
                    case CASE_STOP: {
                        // Traffic.java:32  System.out.println("wait");
                        System.out.println("wait");
                        // Traffic.java:33  await(later("a minute"));
                        Later<String> later = later("a minute");
                        if (!(later.poll(cx) instanceof Poll.Ready<?>)) {
                            return suspend(State.AWAIT_LATER_4, later);
                        }
                    } // falls through
                    case AWAIT_LATER_4: {
                        // Traffic.java:33, ready: await(later("a minute"));
                    } // falls through
                    case CASE_SLOW_DOWN: {
                        // Traffic.java:35  System.out.println("brake");
                        System.out.println("brake");
                        resumed = State.AFTER_SWITCH;
                        continue;
                    }
                    case DEFAULT: {
                        // Traffic.java:38  System.out.println("no brake");
                        System.out.println("no brake");
                    } // falls through
                    case AFTER_SWITCH: {
                        // Traffic.java:40  return verb;
                        return complete(verb);
                    }
                    case DONE:
                        state = State.DONE;
                        throw new IllegalStateException("`async fn` resumed after completion");
                    case DROPPED:
                        state = State.DROPPED;
                        throw new IllegalStateException("`async fn` resumed after being dropped");
                    default:
                        throw new IllegalStateException("`async fn` resumed after panicking");
                }
            }
        }

        private Poll<String> suspend(State at, Future<?> child) {
            state = at;
            suspendedAt = at;
            awaited = child;
            return Poll.pending();
        }

        private Poll<String> complete(String result) {
            state = State.DONE;
            this.verb = null;
            return Poll.ready(result);
        }

        @Override
        public void drop() {
            if (state == State.DONE || state == State.PANICKED || state == State.DROPPED) {
                return;
            }
            state = State.DROPPED;
            Future<?> child = awaited;
            awaited = null;
            this.light = null;
            this.verb = null;
            if (child != null) {
                child.drop();
            }
        }

        @Override
        public String state() {
            return state.name();
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }

        @Override
        public String suspendedAt() {
            return suspendedAt.name();
        }
    }
}
