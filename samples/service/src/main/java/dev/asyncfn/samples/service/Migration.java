package dev.asyncfn.samples.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step of the schema: a file whose name begins with its version.
 *
 * @param version greater than those of all steps before
 * @param name for people
 * @param statements in their order
 */
record Migration(int version, String name, List<String> statements) {
    /** Those of this service. One that has been released is never changed: another one is added. */
    static List<Migration> all() {
        return Stream.of("1-orders.sql", "2-receipts.sql").map(Migration::read).toList();
    }

    private static Migration read(String file) {
        try (InputStream in = Migration.class.getResourceAsStream("/db/" + file)) {
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each statement ends with a semicolon at the end of a line. */
    static Migration parse(String file, String text) {
        int version = Integer.parseInt(file.substring(0, file.indexOf('-')));
        return new Migration(
                version,
                file,
                Stream.of(text.split(";\\s*\\R")).map(String::strip).toList());
    }
}
