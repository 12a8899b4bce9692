/**
 * The sixth stage: control flow and the order of evaluation, as blocks. One class for each kind of syntax. There is no Java text here:
 * what is kept verbatim is translated, and what is made is a node.
 */
package dev.asyncfn.processor.lower;
