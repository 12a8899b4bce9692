/** Collections whose memory follows their size, and values on their way to the next owner. Not exported. */
package dev.asyncfn.collection;
