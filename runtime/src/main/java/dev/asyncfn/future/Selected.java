package dev.asyncfn.future;

/**
 * What {@link Futures#selectAll selectAll} gives.
 *
 * @param index which future has completed: its place in the list
 * @param value its value, which may be null
 */
public record Selected<T>(int index, T value) {}
