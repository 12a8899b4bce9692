package dev.asyncfn.processor.fuzz;

/** The record of generated programs, for record patterns. */
public record Pair(int number, Object any) {}
