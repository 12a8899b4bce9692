package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.ir.Code;

/** Prints the code inside of what the single printers print. */
interface Printer {
    Snippet print(Code code);
}
