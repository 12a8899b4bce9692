package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.ir.Code;

/** A label of a switch and the guard behind it. */
public record GuardedLabel(Code label, Code guard) {}
