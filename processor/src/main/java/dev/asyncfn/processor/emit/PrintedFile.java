package dev.asyncfn.processor.emit;

/** A file as it is written, and where its text comes from. */
public record PrintedFile(String text, SourceMap map) {}
