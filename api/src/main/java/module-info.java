/**
 * What generated and hand-written futures are made of: {@code @AsyncFn}, {@code await}, polls, contexts and wakers. It has no
 * dependencies, and generated code depends on nothing else.
 */
module dev.asyncfn {
    exports dev.asyncfn;
}
