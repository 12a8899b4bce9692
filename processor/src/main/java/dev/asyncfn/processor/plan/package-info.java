/**
 * The fifth stage: facts about a body that the lowering needs. What is split, what is kept verbatim, which variables and members
 * its names mean, what must be kept across an await. Nothing here changes once it was found.
 */
package dev.asyncfn.processor.plan;
