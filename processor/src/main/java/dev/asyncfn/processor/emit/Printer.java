package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.ir.Code;

/** Prints the code inside of what the single printers print. */
interface Printer {
    CodeBlock print(Code code);
}
