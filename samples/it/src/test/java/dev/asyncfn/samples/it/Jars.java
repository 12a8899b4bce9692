package dev.asyncfn.samples.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that this build made, and the libraries that the sources under test use. The build says where they are. */
final class Jars {
    static final String API = jar("asyncfn.api.jar");
    static final String RUNTIME = jar("asyncfn.runtime.jar");
    static final String PROCESSOR = jar("asyncfn.processor.jar");
    static final String GUAVA = jar("asyncfn.guava.jar");
    static final String JACKSON = jar("asyncfn.jackson.jars");
    static final String ECJ = jar("asyncfn.ecj.jar");
    static final String FELIX = jar("asyncfn.felix.jar");
    /** Error Prone and what it needs, among other libraries. */
    static final String ERROR_PRONE = jar("asyncfn.errorprone.jars");

    private static final String SEPARATOR = System.getProperty("path.separator");

    private Jars() {}

    static String path(String... entries) {
        return Stream.of(entries).collect(Collectors.joining(SEPARATOR));
    }

    private static String jar(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("run by Maven, which sets the property " + property);
        }
        for (String entry : value.split(System.getProperty("path.separator"))) {
            if (!Files.isRegularFile(Path.of(entry))) {
                throw new IllegalStateException(property + " names no file: " + entry);
            }
        }
        return value;
    }
}
