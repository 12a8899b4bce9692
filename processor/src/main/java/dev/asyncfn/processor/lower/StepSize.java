package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.Step;

/** Guesses how many bytes javac will make of a step, without the code inside of it. */
final class StepSize implements Step.Visitor<Integer> {
    private static final int STORE = 4;
    private static final int NEW = 12;
    private static final int SWITCH = 16;
    private static final int CASE = 12;
    private static final int CLOSE = 80;

    @Override
    public Integer declare(Step.Declare step) {
        return 0;
    }

    @Override
    public Integer assign(Step.Assign step) {
        return STORE;
    }

    @Override
    public Integer setExit(Cleanup.SetExit step) {
        return 2 * STORE;
    }

    @Override
    public Integer bind(Step.Bind step) {
        return 0;
    }

    @Override
    public Integer run(Step.Run step) {
        return 0;
    }

    @Override
    public Integer evaluate(Step.Evaluate step) {
        return 0;
    }

    @Override
    public Integer throwing(Step.Throw step) {
        return 1;
    }

    @Override
    public Integer rethrow(Step.Rethrow step) {
        return 8;
    }

    @Override
    public Integer fail(Step.Fail step) {
        return NEW;
    }

    @Override
    public Integer dispatch(Step.Dispatch step) {
        return SWITCH + CASE * step.arms().size();
    }

    @Override
    public Integer closeResource(Cleanup.CloseResource step) {
        return CLOSE;
    }

    @Override
    public Integer goOnDropping(Cleanup.GoOnDropping step) {
        return STORE;
    }

    @Override
    public Integer rethrowUnless(Step.RethrowUnless step) {
        return 6 * STORE;
    }

    @Override
    public Integer putOff(Cleanup.PutOff step) {
        return 3 * STORE;
    }

    @Override
    public Integer throwPutOff(Cleanup.ThrowPutOff step) {
        return 2 * STORE;
    }

    @Override
    public Integer comment(Step.Comment step) {
        return 0;
    }

    @Override
    public Integer origin(Step.Origin step) {
        return 0;
    }
}
