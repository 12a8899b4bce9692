package dev.asyncfn.processor;

import static java.util.stream.Collectors.joining;

import com.google.testing.compile.Compiler;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path of a user, without the libraries of these tests. A compilation opens every jar on its class path, which takes longer than
 * compiling a small class.
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
