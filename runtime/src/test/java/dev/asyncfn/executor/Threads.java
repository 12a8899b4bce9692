package dev.asyncfn.executor;

/** Another thread, from start to end. */
final class Threads {
    private Threads() {}

    static void run(Runnable action) {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(action, "other");
        thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (thrown[0] != null) {
            throw new AssertionError("on the other thread", thrown[0]);
        }
    }
}
