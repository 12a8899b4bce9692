package lesson_21_no_pin;

import java.util.function.Consumer;

/** The method {@code trivial} as Kotlin's compiler shapes it: an additional parameter says where to continue. */
final class KotlinShape {
    /** Returned in place of a value: the value will come through the continuation. */
    static final Object SUSPENDED = new Object();

    /** A function that can suspend. */
    interface Suspending {
        Object call(Consumer<Object> continuation);
    }

    private KotlinShape() {}

    static Object trivial(Suspending e, Consumer<Object> caller) {
        Machine machine = caller instanceof Machine own ? own : new Machine(e, caller);
        if (machine.label == 0) {
            System.out.println("  Hello!");
            machine.label = 1;
            machine.result = e.call(machine);
            if (machine.result == SUSPENDED) {
                return SUSPENDED;
            }
        }
        int value = (Integer) machine.result;
        System.out.println("  Got: " + value);
        return value * 2;
    }

    /** Where it is, and how to get back there. */
    private static final class Machine implements Consumer<Object> {
        private final Suspending e;
        private final Consumer<Object> caller;
        private int label;
        private Object result;

        Machine(Suspending e, Consumer<Object> caller) {
            this.e = e;
            this.caller = caller;
        }

        @Override
        public void accept(Object value) {
            result = value;
            Object outcome = trivial(e, this);
            if (outcome != SUSPENDED) {
                caller.accept(outcome);
            }
        }
    }
}
