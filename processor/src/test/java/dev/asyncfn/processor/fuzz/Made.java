package dev.asyncfn.processor.fuzz;

/** A generated statement or block, and whether it can complete normally: nothing may stand after one that cannot. */
record Made(Tree tree, boolean completes) {}
