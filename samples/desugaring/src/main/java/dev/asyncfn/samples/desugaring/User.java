package dev.asyncfn.samples.desugaring;

/** What the server knows of a user, as Jackson reads it. */
public record User(int id, String name, String email) {}
