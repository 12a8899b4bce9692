package dev.asyncfn.processor.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test as a page names it: {@code control/Loops#doWhile} is a case of the differential test's corpus, and
 * {@code LintTest#blockingCall} a method of a test class.
 */
record NamedTest(String owner, String method) {
    private static final Pattern NAME = Pattern.compile("`([\\w/]+)#(\\w+)`");
    private static final Path CORPUS = Project.ROOT.resolve("processor/src/test/resources/bodies");
    private static final List<Path> TEST_CLASSES = Project.files(".java").stream()
            .filter(file -> file.toString().replace('\\', '/').contains("src/test/java"))
            .toList();

    static List<NamedTest> in(String text) {
        return NAME.matcher(text)
                .results()
                .map(name -> new NamedTest(name.group(1), name.group(2)))
                .toList();
    }

    boolean exists() {
        if (owner.contains("/")) {
            Path body = CORPUS.resolve(owner + ".java");
            return Files.exists(body) && declares(body, "@Case");
        }
        return TEST_CLASSES.stream()
                .filter(file -> file.endsWith(owner + ".java"))
                .anyMatch(file -> declares(file, "@(?:ParameterizedTest|TestFactory|Test)"));
    }

    /** Whether the file has such a method with the annotation. */
    private boolean declares(Path file, String annotation) {
        Matcher declaration =
                Pattern.compile(annotation + "\\b[^{;]*?\\s" + method + "\\(").matcher(Project.read(file));
        return declaration.find();
    }

    @Override
    public String toString() {
        return owner + "#" + method;
    }
}
