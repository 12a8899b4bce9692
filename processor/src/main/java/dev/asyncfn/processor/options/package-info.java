/**
 * The options of the processor, {@code -Aasyncfn...}.
 */
package dev.asyncfn.processor.options;
