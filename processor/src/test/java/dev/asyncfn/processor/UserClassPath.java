package dev.asyncfn.processor;

import static java.util.stream.Collectors.joining;

import com.google.testing.compile.Compiler;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class path without the libraries that these tests are written with. Each compilation opens every jar of its class path anew, which
 * takes longer than to compile a small class.
 */
public final class UserClassPath {
    private static final List<File> ENTRIES = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(File::new)
            .filter(entry -> entry.isDirectory() || entry.getName().startsWith("asyncfn-"))
            .toList();

    private UserClassPath() {}

    /** In the form of an option. */
    public static String text() {
        return ENTRIES.stream().map(File::getPath).collect(joining(File.pathSeparator));
    }

    /** javac with this class path. */
    public static Compiler javac() {
        return Compiler.javac().withClasspath(ENTRIES);
    }
}
