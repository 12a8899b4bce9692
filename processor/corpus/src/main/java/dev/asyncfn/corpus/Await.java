package dev.asyncfn.corpus;

/**
 * A call in a body that is followed by a suspension.
 *
 * @param fn the method of the body
 * @param offset of the call in the library's own source
 */
record Await(Fn fn, int offset) {}
