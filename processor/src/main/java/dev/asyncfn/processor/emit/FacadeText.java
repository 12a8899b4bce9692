package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.SourceFile;

/**
 * What is written for one facade.
 *
 * @param file the generated file, and where its text comes from
 * @param original the file of its class; empty if all bodies were rejected
 * @param lines the text from which the api learns the source lines of the facade's futures
 */
public record FacadeText(PrintedFile file, SourceFile original, String lines) {
    /** The source file. */
    public String source() {
        return file.text();
    }
}
