/** The parts that all operations of byte streams are made of. Not exported. */
package dev.asyncfn.transfer;
