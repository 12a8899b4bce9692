/**
 * The third stage: what the names and expressions of a body mean and what types they have. A second compilation, inside the first,
 * tells it.
 */
package dev.asyncfn.processor.attribute;
