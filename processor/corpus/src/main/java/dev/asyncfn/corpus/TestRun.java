package dev.asyncfn.corpus;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What became of the tests of one library.
 *
 * @param results by the test's id
 * @param suspensions how often an async fn was suspended
 */
record TestRun(Properties results, long suspensions) {
    private static final long MINUTES = 60;

    /** Packages of {@code java.base} that the libraries' own builds open to their tests. */
    private static final List<String> OPENED =
            List.of("java.lang", "java.lang.reflect", "java.time", "java.time.chrono", "java.util");

    /** Runs the tests in a JVM of their own, in the folder where their build would. */
    static TestRun fork(Library library, Path folder, List<Path> classPath, Path testClasses, Path output) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path results = results(output);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m",
                "-Xmx3g",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8"));
        OPENED.forEach(opened -> command.addAll(List.of("--add-opens", "java.base/" + opened + "=ALL-UNNAMED")));
        command.addAll(List.of("-cp", path, TestMain.class.getName(), testClasses.toString(), results.toString()));
        command.addAll(library.tests().orElseThrow().leftOutMethods());
        try {
            Files.createDirectories(output);
            Files.deleteIfExists(results);
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.resolve("log.txt").toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("tests did not end: " + output);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("tests did not run: " + output.resolve("log.txt"));
            }
            return read(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a run wrote. */
    static TestRun read(Path output) {
        Properties results = new Properties();
        try (var in = Files.newBufferedReader(results(output))) {
            results.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long suspensions = Long.parseLong((String) results.remove(TestMain.SUSPENSIONS));
        return new TestRun(results, suspensions);
    }

    static Path results(Path output) {
        return output.resolve("results.properties");
    }

    int count() {
        return results.size();
    }

    long passed() {
        return results.values().stream().filter(TestMain.PASSED::equals).count();
    }

    /** The tests that passed there and do not here, with what became of them. */
    List<String> worseThan(TestRun baseline) {
        return baseline.results.stringPropertyNames().stream()
                .sorted()
                .filter(test -> baseline.results.getProperty(test).equals(TestMain.PASSED))
                .filter(test -> !TestMain.PASSED.equals(results.getProperty(test)))
                .map(test -> test + "\n" + results.getProperty(test, "not run").indent(4))
                .toList();
    }
}
