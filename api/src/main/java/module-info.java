/**
 * The parts of which generated and hand-written futures are made: {@code @AsyncFn}, {@code await}, polls, contexts and wakers. It has no
 * dependencies, and generated code depends on nothing else. Start with the package {@link dev.asyncfn}.
 *
 * <p>To run futures, and for timers, channels, locks, streams and sockets to await, use the module {@code dev.asyncfn.runtime}.
 */
module dev.asyncfn {
    exports dev.asyncfn;

    uses dev.asyncfn.BlockingGuard;
}
