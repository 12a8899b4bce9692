package dev.asyncfn.processor.fuzz;

/** The enum of generated programs. */
public enum Color {
    RED,
    GREEN,
    BLUE
}
