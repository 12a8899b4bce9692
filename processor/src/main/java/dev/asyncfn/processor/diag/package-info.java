/**
 * Errors and warnings: each has an id, a text and a place. Stages report them as they find them; they are printed in the order of
 * the source.
 */
package dev.asyncfn.processor.diag;
