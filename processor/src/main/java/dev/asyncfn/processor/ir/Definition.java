package dev.asyncfn.processor.ir;

import java.util.List;

/** A step with which a variable's life begins, with a value that no code of the step computes. */
sealed interface Definition extends Step permits Step.Bind, Cleanup.SetExit, Cleanup.PutOff {
    @Override
    default boolean assigns() {
        return true;
    }

    @Override
    default boolean declares() {
        return true;
    }

    @Override
    default List<Code> codes() {
        return List.of();
    }
}
