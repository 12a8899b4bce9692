package dev.asyncfn.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Runs the main methods of the lessons in this JVM, each once, and keeps what they print. */
final class Run {
    private static final Map<String, String> OUTPUTS = new HashMap<>();

    private Run() {}

    static synchronized String output(String mainClass) {
        return OUTPUTS.computeIfAbsent(mainClass, Run::run);
    }

    private static String run(String mainClass) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            Method main = Class.forName(mainClass).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(mainClass + " failed after it had printed:\n" + bytes, e);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
