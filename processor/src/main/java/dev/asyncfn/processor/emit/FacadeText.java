package dev.asyncfn.processor.emit;

/**
 * What is written for one facade.
 *
 * @param source the source file
 * @param lines the text from which the api learns the source lines of the facade's futures
 */
public record FacadeText(String source, String lines) {}
