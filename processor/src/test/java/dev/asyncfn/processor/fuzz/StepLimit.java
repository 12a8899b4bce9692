package dev.asyncfn.processor.fuzz;

/** Ends a program that runs for too long, at the same step in each of its runs. */
final class StepLimit extends Error {
    private static final long serialVersionUID = 1L;

    StepLimit() {
        super("too many steps", null, true, false);
    }
}
