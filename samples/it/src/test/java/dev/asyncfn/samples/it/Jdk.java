package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK on this machine, whose tools run in processes of their own, as a user runs them.
 *
 * @param home the directory that holds {@code bin}
 * @param feature 17, 25
 * @param warm whether many compilations share a process: for tests of what javac does, and not of how it starts
 */
record Jdk(Path home, int feature, boolean warm) {
    /** A process that ends within a second or two only loses by the optimizing compiler, which takes half of its processor time. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** How a tool ended, and all that it printed. */
    record Result(int exit, String output) {}

    /** The JDK that runs these tests. */
    static Jdk running() {
        return new Jdk(
                Path.of(System.getProperty("java.home")), Runtime.version().feature(), false);
    }

    /** The running JDK first, then one of each other version from 17 on that was named or that stands beside it. */
    static List<Jdk> all() {
        Map<Integer, Jdk> byFeature = new LinkedHashMap<>();
        byFeature.put(running().feature(), running());
        Stream.concat(named(), siblings())
                .flatMap(home -> at(home).stream())
                .filter(jdk -> jdk.feature() >= 17)
                .forEach(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
        return List.copyOf(byFeature.values());
    }

    /** The same, each with a javac that stays from compilation to compilation. These name the processor, or have none run. */
    static List<Jdk> allWarm() {
        return all().stream().map(Jdk::warmed).toList();
    }

    private Jdk warmed() {
        return new Jdk(home, feature, true);
    }

    /** A JDK of a version in a range; without one here, the test is skipped. */
    static Jdk require(int from, int to) {
        Optional<Jdk> found = all().stream()
                .filter(jdk -> from <= jdk.feature() && jdk.feature() <= to)
                .findFirst();
        assumeThat(found)
                .as("a JDK from %d to %d beside the running one", from, to)
                .isPresent();
        return found.orElseThrow();
    }

    /** A JDK of another version than the running one; without one here, the test is skipped. */
    static Jdk requireAnother() {
        List<Jdk> all = all();
        assumeThat(all).as("JDKs beside the running one").hasSizeGreaterThan(1);
        return all.get(1);
    }

    Result javac(Path directory, List<String> arguments) {
        return warm ? WarmJavac.compile(home, directory, arguments) : run(directory, "javac", arguments);
    }

    Result java(Path directory, List<String> arguments) {
        return run(directory, "java", arguments);
    }

    Result jar(Path directory, List<String> arguments) {
        return run(directory, "jar", arguments);
    }

    private static Stream<Path> named() {
        return Arrays.stream(System.getProperty("asyncfn.jdks", "").split(System.getProperty("path.separator")))
                .filter(home -> !home.isBlank())
                .map(Path::of);
    }

    private static Stream<Path> siblings() {
        try (Stream<Path> entries = Files.list(running().home().getParent())) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Jdk> at(Path home) {
        Path release = home.resolve("release");
        boolean hasJavac = Files.isExecutable(home.resolve("bin").resolve("javac"));
        if (!hasJavac || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Optional.of(new Jdk(home, feature(version), false));
    }

    /** {@code 17.0.15}, {@code 25}, and {@code 1.8.0_432}, which is too old in any case. */
    private static int feature(String version) {
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }

    private Result run(Path directory, String tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(tool).toString());
        SHORT_LIVED.forEach(option -> command.add(tool.equals("java") ? option : "-J" + option));
        if (tool.equals("javac")) {
            command.add("-J-Duser.language=en"); // the tests read javac's messages
        }
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes()).replace("\r\n", "\n");
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
