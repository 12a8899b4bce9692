package dev.asyncfn.processor.map;

import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.map.FnMap.Part;

/** What the code of each kind of step does. */
final class StepParts implements Step.Visitor<Part> {
    @Override
    public Part declare(Step.Declare step) {
        return Part.COPY;
    }

    @Override
    public Part assign(Step.Assign step) {
        boolean made = step.variable().role() == Variable.Role.SPILL
                || !step.variable().source().isEmpty();
        return made ? Part.OPERAND : Part.VALUE;
    }

    @Override
    public Part setExit(Cleanup.SetExit step) {
        return Part.JUMP;
    }

    @Override
    public Part bind(Step.Bind step) {
        return Part.VALUE;
    }

    @Override
    public Part run(Step.Run step) {
        return Part.COPY;
    }

    @Override
    public Part evaluate(Step.Evaluate step) {
        return Part.COPY;
    }

    @Override
    public Part throwing(Step.Throw step) {
        return Part.COPY;
    }

    @Override
    public Part rethrow(Step.Rethrow step) {
        return Part.COPY;
    }

    @Override
    public Part rethrowUnless(Step.RethrowUnless step) {
        return Part.REGION;
    }

    @Override
    public Part putOff(Cleanup.PutOff step) {
        return Part.REGION;
    }

    @Override
    public Part throwPutOff(Cleanup.ThrowPutOff step) {
        return Part.REGION;
    }

    @Override
    public Part fail(Step.Fail step) {
        return Part.CONDITION;
    }

    @Override
    public Part dispatch(Step.Dispatch step) {
        return Part.CONDITION;
    }

    @Override
    public Part closeResource(Cleanup.CloseResource step) {
        return Part.REGION;
    }

    @Override
    public Part goOnDropping(Cleanup.GoOnDropping step) {
        return Part.REGION;
    }

    @Override
    public Part comment(Step.Comment step) {
        return Part.COMMENT;
    }

    @Override
    public Part origin(Step.Origin step) {
        return Part.COMMENT;
    }
}
