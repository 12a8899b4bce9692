package dev.asyncfn.processor.ir;

/**
 * A stretch of blocks that one handler guards: the body of a {@code try}, or its body and catch clauses. Each block
 * belongs to one region, or to none.
 *
 * @param outer the region around it, or null
 * @param handler where an exception continues; it stands in the outer region
 */
public record Region(Region outer, Block handler) {}
