package dev.asyncfn.thread;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * The threads that the runtime makes on its own account, such as those of the timer and of sockets. A thread of this kind serves whatever
 * uses it later, so it inherits nothing of the code that happened to use it first: no inheritable variables, no context class loader, no access
 * control context, no thread group, no priority. All of these could keep a class loader from being unloaded, or show another user's identity.
 * Not exported.
 */
public final class BackgroundThread {
    private BackgroundThread() {}

    /**
     * A daemon thread, which is not started.
     *
     * @param name the name of the thread
     * @param work what it runs
     * @return a new thread
     * @throws OutOfMemoryError if there is no memory for it; starting it may throw that as well
     */
    @SuppressWarnings(
            "removal") // until the JDKs are gone whose threads keep the class loaders of all their creator's callers
    public static Thread of(String name, Runnable work) {
        return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> {
            Thread thread = new Thread(topGroup(), work, name, 0, false);
            thread.setDaemon(true);
            thread.setPriority(Thread.NORM_PRIORITY);
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            return thread;
        });
    }

    /** Unlike the current thread's, this group can neither be destroyed nor overrides anything. */
    private static ThreadGroup topGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
