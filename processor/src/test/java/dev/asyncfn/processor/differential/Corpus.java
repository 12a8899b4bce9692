package dev.asyncfn.processor.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files under {@code bodies/<topic>/}. Those in a folder {@code javaNN} need a JDK of at least that version. With
 * {@code -Ddifferential.case=<topic>[/<Class>[/<method>]]} all else is left out.
 */
final class Corpus {
    /** The lock of those who need the whole corpus compiled: one writes it, the others, which only read, wait for that, and not on a core. */
    static final String COMPILATION = "the compilation of the corpus";

    /** In bytes; a topic that has begun may exceed it. */
    private static final long LARGEST_GROUP = 300_000;

    private static final Pattern NEWER_JAVA = Pattern.compile("java(\\d+)");
    private static final String[] SELECTED =
            System.getProperty("differential.case", "").split("/");

    /** Made when it is first asked for, once for all tests. */
    private static final class Processed {
        static final Compiled COMPILED = CorpusCompiler.compared("processed", groups());
    }

    /** The files that were compiled each by itself. */
    private static final Map<Path, Compiled> ALONE = new ConcurrentHashMap<>();

    private Corpus() {}

    static Path root() {
        URL url = Corpus.class.getResource("/bodies");
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(url.toString(), e);
        }
    }

    static List<Path> files() {
        Path root = root();
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> runsHere(file) && selects(0, topic(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All {@link #files()}: whole topics, as their classes do not know those of others. */
    private static List<List<Path>> groups() {
        List<List<Path>> groups = new ArrayList<>();
        long size = LARGEST_GROUP;
        String last = "";
        for (Path file : files()) {
            String topic = topic(file);
            if (size >= LARGEST_GROUP && !topic.equals(last)) {
                groups.add(new ArrayList<>());
                size = 0;
            }
            groups.get(groups.size() - 1).add(file);
            size += file.toFile().length();
            last = topic;
        }
        return groups;
    }

    /** All {@link #files()}, compiled with the processor, with what the comparison of symbols says. */
    static Compiled compiled() {
        return Processed.COMPILED;
    }

    /** One file by itself, for tests of its bodies: compiled when it is first asked for, once for all tests. */
    static Compiled compiledAlone(String topic, String simpleName) {
        Path file = root().resolve(topic).resolve(simpleName + ".java");
        return ALONE.computeIfAbsent(file, unused -> CorpusCompiler.withProcessor(simpleName, List.of(file)));
    }

    private static String topic(Path file) {
        return root().relativize(file).getName(0).toString();
    }

    private static boolean runsHere(Path file) {
        for (Path part : root().relativize(file)) {
            Matcher newer = NEWER_JAVA.matcher(part.toString());
            if (newer.matches() && Runtime.version().feature() < Integer.parseInt(newer.group(1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean selects(int level, String name) {
        return level >= SELECTED.length || SELECTED[level].isEmpty() || SELECTED[level].equals(name);
    }

    /** The cases of the given files, in the order of files and names. */
    static List<Body> bodies(List<Path> files, Compiled compiled) {
        List<Body> bodies = new ArrayList<>();
        for (Path file : files) {
            String simpleName = file.getFileName().toString().replace(".java", "");
            if (selects(1, simpleName)) {
                bodies.addAll(bodiesOf(topic(file), binaryName(file, simpleName), compiled));
            }
        }
        return bodies;
    }

    private static String binaryName(Path file, String simpleName) {
        if (topic(file).equals("unnamed")) {
            return simpleName;
        }
        String path = root().getParent().relativize(file).toString();
        return path.substring(0, path.length() - ".java".length())
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    private static List<Body> bodiesOf(String topic, String className, Compiled compiled) {
        Class<?> type = compiled.loaders().loader(className, true).load(className);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Case.class) && selects(2, method.getName()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .map(method -> new Body(
                        topic,
                        className,
                        method.getName(),
                        method.getParameterCount() > 0,
                        method.getAnnotation(Case.class).assertions()))
                .toList();
    }
}
