/**
 * The intermediate representation: a graph of blocks, each with steps and one end. Code in it is a list of pieces; text of the user is
 * opaque, and pieces say what it does. {@code Dump} shows a graph.
 */
package dev.asyncfn.processor.ir;
