package dev.asyncfn.processor.docs;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README says of the project is so. */
class ReadmeTest {
    private static final Path README = Project.ROOT.resolve("README.md");
    private static final Path SUPPORT = Project.ROOT.resolve("processor/SUPPORT.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");
    private static final Pattern MODULE = Pattern.compile("-pl (\\S+)");
    private static final Pattern VERSION = Pattern.compile("<version>(.*?)</version>");

    /** The generated source quotes its lines by number. */
    private static final int LINE_OF_THE_EXAMPLE = 14;

    static List<String> rowsOfTheTables() {
        return Markdown.parts(SUPPORT).stream()
                .map(Markdown.Part::text)
                .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.endsWith("| tests |"))
                .toList();
    }

    static List<Path> pages() {
        return Project.files(".md");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsOfTheTables")
    void aRowOfTheTablesNamesTestsThatExist(String row) {
        String tests = row.substring(row.lastIndexOf('|', row.length() - 2));
        assertThat(NamedTest.in(tests)).isNotEmpty().allMatch(NamedTest::exists);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void linksOfEveryPageLeadToFiles(Path page) {
        List<Path> files = LINK.matcher(Project.read(page))
                .results()
                .map(link -> page.resolveSibling(link.group(1)))
                .toList();
        assertThat(files).allMatch(Files::exists);
    }

    @Test
    void mavenCommandsNameModules() {
        List<Path> modules = blocks("sh")
                .flatMap(block -> MODULE.matcher(block).results())
                .map(module -> Project.ROOT.resolve(module.group(1)).resolve("pom.xml"))
                .toList();
        assertThat(modules).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void snippetsOfBuildFilesNameThisVersion() {
        String version = VERSION.matcher(Project.read(Project.ROOT.resolve("pom.xml")))
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow();
        Pattern artifact = Pattern.compile("dev\\.asyncfn(?::|</groupId>\\s*<artifactId>)asyncfn-\\w+"
                + "(?:\"|:|</artifactId>\\s*<version>)([\\w.-]+)");
        List<String> versions = Stream.concat(blocks("xml"), blocks("kotlin"))
                .flatMap(block -> artifact.matcher(block).results())
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(versions).hasSize(4).containsOnly(version);
    }

    @Test
    void theExampleGeneratesWhatIsShownAndIsUsedAsShown() throws Exception {
        List<String> blocks = blocks("java").toList();
        assertThat(blocks).hasSize(3);
        Compilation compilation = javac().withOptions("-Xlint:all,-processing")
                .withProcessors(new AsyncFnProcessor())
                .compile(
                        JavaFileObjects.forSourceString("demo.Users", users(blocks.get(0))),
                        JavaFileObjects.forSourceString("demo.Main", main(blocks.get(2))));
        assertThat(compilation.diagnostics()).isEmpty();
        String generated = compilation
                .generatedSourceFile("demo.UsersAsync")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        String shown = blocks.get(1).substring(0, blocks.get(1).indexOf("        ..."));
        assertThat(unindented(generated)).contains(unindented(shown));
    }

    private static Stream<String> blocks(String language) {
        return Markdown.parts(README).stream()
                .filter(part -> part.isBlock(language))
                .map(Markdown.Part::text);
    }

    private static String users(String example) {
        String start = """
                package demo;
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.*;
                final class Users {
                    static Future<String> readData(int id) { return Future.ready("data " + id); }
                    static Future<String> process(String resp) { return Future.ready(resp); }
                """;
        String padding =
                "\n".repeat(LINE_OF_THE_EXAMPLE - 1 - (int) start.lines().count());
        return start + padding + example + "}\n";
    }

    private static String main(String usage) {
        return """
                package demo;
                import dev.asyncfn.Async;
                final class Main {
                    public static void main(String[] args) {
                """ + usage + "}}\n";
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
