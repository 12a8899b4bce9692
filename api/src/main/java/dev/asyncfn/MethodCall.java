package dev.asyncfn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** A future whose poll calls a method: an async fn without awaits, in the form in which one is generated. */
final class MethodCall<T, E extends Exception> extends StateMachine<T, MethodCall.State> implements TryFuture<T, E> {
    enum State {
        START,
        DONE,
        PANICKED,
        DROPPED
    }

    private Callable<? extends T> method;

    MethodCall(Callable<? extends T> method) {
        super(State.START);
        this.method = method;
    }

    @Override
    public Poll<T> poll(Context cx) throws Exception {
        State next = enter(State.PANICKED);
        if (next != State.START) {
            throw ended(next);
        }
        return complete(State.DONE, method.call());
    }

    /**
     * The method whose call keeps the current thread in a poll.
     *
     * @return its class and name; null if the innermost poll of the thread is not one of this class
     */
    static String running() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> {
                    List<StackWalker.StackFrame> inner = new ArrayList<>();
                    for (StackWalker.StackFrame frame : (Iterable<StackWalker.StackFrame>) frames::iterator) {
                        if (frame.getMethodName().equals("poll")
                                && Future.class.isAssignableFrom(frame.getDeclaringClass())) {
                            return frame.getDeclaringClass() == MethodCall.class ? calledBy(inner) : null;
                        }
                        inner.add(frame);
                    }
                    return null;
                });
    }

    /** The outermost method, except for the generated lambda that calls it. */
    private static String calledBy(List<StackWalker.StackFrame> frames) {
        int at = frames.size() - 1;
        Class<?> generated = frames.get(at).getDeclaringClass();
        while (at > 0 && frames.get(at).getDeclaringClass() == generated) {
            at--;
        }
        return frames.get(at).getClassName() + "." + frames.get(at).getMethodName();
    }

    @Override
    protected void letGo() {
        method = null;
    }

    @Override
    public void drop() {
        drop(State.DROPPED);
    }
}
