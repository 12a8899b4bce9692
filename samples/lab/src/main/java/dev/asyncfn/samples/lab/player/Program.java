package dev.asyncfn.samples.lab.player;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The compiled program of the reader.
 *
 * @param classes with their probes, by binary name
 * @param main the binary name of the class whose {@code main} says what is played
 */
record Program(Map<String, byte[]> classes, String main) {
    private static final String CLASS = ".class";

    /**
     * Reads all class files of a folder.
     *
     * @param generated the binary names of the facades; their nested classes are generated as well
     */
    static Program read(Path folder, String main, List<String> generated) throws IOException {
        Map<String, byte[]> raw = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(CLASS))::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                raw.put(path.substring(0, path.length() - CLASS.length()).replace('/', '.'), bytes(file));
            }
        }
        return of(raw, main, generated);
    }

    /** A program of one class, which is on the class path. */
    static Program of(Class<?> main) throws IOException {
        try (InputStream in = main.getResourceAsStream(main.getSimpleName() + CLASS)) {
            return of(Map.of(main.getName(), in.readAllBytes()), main.getName(), List.of());
        }
    }

    /** As {@link #read}, for class files that were read. */
    static Program of(Map<String, byte[]> raw, String main, Collection<String> generated) {
        Map<String, byte[]> prepared = new HashMap<>();
        raw.forEach((name, bytes) -> prepared.put(name, PlayLoader.prepared(name, bytes, isOf(generated, name), raw)));
        return new Program(prepared, main);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(Collection<String> generated, String name) {
        return generated.stream().anyMatch(facade -> name.equals(facade) || name.startsWith(facade + "$"));
    }
}
