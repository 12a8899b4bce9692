package dev.asyncfn.processor.fuzz;

/** What the objects of a generated program have in common whose class decides which future a call has. */
public interface Rooted {}
