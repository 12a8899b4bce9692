/**
 * The last stage: prints the facade. JavaPoet prints declarations and imports, and finds the names of types. Bodies are {@link
 * dev.asyncfn.processor.emit.Snippet}s; the {@link dev.asyncfn.processor.emit.SourcePrinter} prints them, copies the user's text char by
 * char, and records which place of the source each piece comes from.
 */
package dev.asyncfn.processor.emit;
