package dev.asyncfn.samples.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site is complete, and all its links lead somewhere. */
@Tag("one-jdk")
class SiteTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Project PROJECT =
            new Project(Path.of("../..").toAbsolutePath().normalize());

    @TempDir
    static Path site;

    @BeforeAll
    static void make() throws IOException {
        new Site(PROJECT, site).make();
    }

    @Test
    void every_link_leads_to_a_file_and_to_a_place_in_it() {
        List<String> broken = new ArrayList<>();
        List<Path> pages = pages();
        for (Path page : pages) {
            LINK.matcher(read(page))
                    .results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.matches("[a-z]+:.*"))
                    .filter(link -> !leadsSomewhere(page, link))
                    .forEach(link -> broken.add(site.relativize(page) + ": " + link));
        }
        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_of_the_project_is_in_it() {
        assertThat(PROJECT.pages()).contains("README.md", "src-gen-examples/README.md", "runtime/README.md");
        assertThat(PROJECT.pages())
                .allSatisfy(page ->
                        assertThat(site.resolve(Address.of(page, false))).exists());
    }

    @Test
    void every_lesson_links_its_pages_in_the_explorer() {
        List<String> lessons = PROJECT.pages().stream()
                .filter(page -> page.startsWith("src-gen-examples/lesson_"))
                .toList();
        assertThat(lessons).isNotEmpty();
        for (String lesson : lessons) {
            assertThat(read(site.resolve(Address.of(lesson, false)))).contains(".explorer.html\">");
        }
    }

    @Test
    void every_id_of_the_diagnostics_has_a_page() {
        List<String> ids = PROJECT.read(Address.DIAGNOSTICS)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(ids).isNotEmpty();
        assertThat(ids)
                .allSatisfy(id ->
                        assertThat(read(site.resolve(Address.ofDiagnostic(id)))).contains(">" + id + "</h1>"));
    }

    @Test
    void the_javadoc_of_both_modules_is_in_it() {
        assertThat(site.resolve("javadoc/dev.asyncfn/dev/asyncfn/Future.html")).exists();
        assertThat(site.resolve("javadoc/dev.asyncfn.runtime/dev/asyncfn/executor/ThreadPool.html"))
                .exists();
    }

    /** Those that are made here: javadoc and the explorer check their own. */
    private static List<Path> pages() {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(site.resolve("javadoc")))
                    .filter(file -> !file.toString().endsWith(".explorer.html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        return Files.isRegularFile(target)
                && (hash < 0 || read(target).contains("id=\"" + link.substring(hash + 1) + "\""));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
