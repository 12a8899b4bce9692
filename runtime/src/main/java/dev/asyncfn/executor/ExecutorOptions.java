package dev.asyncfn.executor;

import java.util.function.Supplier;

/**
 * What the builders of all executors have in common.
 *
 * @param name never null
 * @param contexts makes the context of each task that is spawned; null if there is none
 * @param hooks null if there are none
 */
record ExecutorOptions(String name, Supplier<? extends TaskContext> contexts, TaskHooks hooks) {
    static final ExecutorOptions NONE = new ExecutorOptions("", null, null);
}
