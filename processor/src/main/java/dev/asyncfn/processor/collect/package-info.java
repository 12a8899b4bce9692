/**
 * The first stage: finds the async fns of a round, and checks what can be seen in their signatures.
 */
package dev.asyncfn.processor.collect;
