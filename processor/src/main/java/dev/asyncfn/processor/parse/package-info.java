/**
 * The second stage: the syntax of a method, with the places of all its tokens in the file. JavaParser reads it; what it cannot read of
 * valid Java, or reads wrongly, is mended here.
 */
package dev.asyncfn.processor.parse;
