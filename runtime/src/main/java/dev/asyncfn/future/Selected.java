package dev.asyncfn.future;

/**
 * The result of {@link Futures#selectAll selectAll}.
 *
 * @param <T> the type of the value
 * @param index which future has completed: its place in the list
 * @param value its value, which may be null
 */
public record Selected<T>(int index, T value) {}
