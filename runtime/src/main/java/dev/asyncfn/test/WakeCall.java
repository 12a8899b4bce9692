package dev.asyncfn.test;

import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names the call that has led to a wake, as the stack shows it. */
final class WakeCall {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** How far a wake may be from the call that caused it. */
    private static final int DEEPEST = 200;

    /** Where a call into this library goes through several of its methods before one of them wakes. */
    private static final Set<String> LIBRARY = Stream.of(
                    "",
                    ".executor",
                    ".failure",
                    ".future",
                    ".interop",
                    ".net",
                    ".stream",
                    ".sync",
                    ".test",
                    ".time",
                    ".waker")
            .map(name -> "dev.asyncfn" + name)
            .collect(Collectors.toUnmodifiableSet());

    private WakeCall() {}

    private static boolean isLibrary(Class<?> type) {
        return LIBRARY.contains(type.getPackageName())
                && (type.getProtectionDomain() == PollTrace.class.getProtectionDomain() // and not a test in its package
                        || type.getProtectionDomain() == Waker.class.getProtectionDomain());
    }

    /**
     * The call nearest to the wake that is not part of a waker; if that is one into this library, the one by which the library was entered.
     * Simple names of a class and a method, the same in every run.
     */
    static String name() {
        List<StackWalker.StackFrame> calls = WALKER.walk(frames -> frames.skip(1)
                .limit(DEEPEST)
                .dropWhile(frame -> isWaker(frame.getDeclaringClass()))
                .toList());
        if (calls.isEmpty()) {
            return "a waker";
        }
        StackWalker.StackFrame call = calls.get(0);
        for (StackWalker.StackFrame frame : calls) {
            Class<?> type = frame.getDeclaringClass();
            if (!isLibrary(type) || type == PollTrace.class) { // the poll of a trace: the future has woken itself
                break;
            }
            call = frame;
        }
        return describe(call);
    }

    private static boolean isWaker(Class<?> type) {
        String name = type.getPackageName();
        return RawWakerVTable.class.isAssignableFrom(type)
                || Wake.class.isAssignableFrom(type)
                || type == Waker.class
                || type == WakeCall.class
                || type == PollTrace.class
                || name.equals("dev.asyncfn.waker")
                || type.getName().equals("dev.asyncfn.future.AtomicWaker");
    }

    private static String describe(StackWalker.StackFrame call) {
        Class<?> type = call.getDeclaringClass();
        String method = call.getMethodName();
        if (type.getName().startsWith("java.") || type.getName().startsWith("jdk.")) {
            return "another thread"; // it runs a waker: which of its methods, differs between JDKs
        }
        if (method.startsWith("lambda$")) {
            return "a lambda of " + Described.nameOf(type);
        }
        return Described.nameOf(type) + (method.equals("<init>") ? "" : "." + method);
    }
}
