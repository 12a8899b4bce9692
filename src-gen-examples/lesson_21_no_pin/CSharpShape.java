package lesson_21_no_pin;

import java.util.concurrent.CompletableFuture;

/** The method {@code trivial} as C#'s compiler shapes it: it runs when it is called, and a callback continues it. */
final class CSharpShape {
    private static final int RUNNING = -1;
    private static final int WAITING_FOR_E = 0;
    private static final int FINISHED = -2;

    private final CompletableFuture<Integer> e;
    private final CompletableFuture<Integer> task = new CompletableFuture<>();
    private int state = RUNNING;

    private CSharpShape(CompletableFuture<Integer> e) {
        this.e = e;
    }

    static CompletableFuture<Integer> trivial(CompletableFuture<Integer> e) {
        CSharpShape machine = new CSharpShape(e);
        machine.moveNext(); // at once
        return machine.task;
    }

    private void moveNext() {
        if (state == RUNNING) {
            System.out.println("  Hello!");
            if (!e.isDone()) {
                state = WAITING_FOR_E;
                e.thenRun(this::moveNext); // whoever completes e continues here
                return;
            }
        }
        System.out.println("  Got: " + e.join());
        state = FINISHED;
        task.complete(e.join() * 2);
    }
}
