package dev.asyncfn;

/** What a generated future polls in place of the one that its body waits for. It is never shown: the body waits for {@link #awaited()}. */
interface StandIn extends Future<Object> {
    /**
     * The future in whose place this is, which may be a stand-in itself.
     *
     * @return null if there is none any more
     */
    Future<?> awaited();
}
