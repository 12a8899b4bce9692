/**
 * Turns what is kept verbatim into code: the text of the user, in which names, calls and jumps are replaced that mean something else in the
 * generated class.
 */
package dev.asyncfn.processor.translate;
