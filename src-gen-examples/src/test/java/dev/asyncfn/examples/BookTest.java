package dev.asyncfn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is checked in is what this build makes: the generated classes, the pictures, and all in the pages that could become wrong. */
class BookTest {
    private static final String UPDATE = "mvn -B -ntp test -pl src-gen-examples -am -Dtest=BookTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -DupdateExamples";
    private static final Path CONTENTS = Folder.MODULE.resolve("README.md");
    private static final Pattern LESSONS =
            Pattern.compile("(?<=<!-- lessons -->\\n).*?(?=<!-- end -->)", Pattern.DOTALL);
    private static final Pattern FURTHER =
            Pattern.compile("(?<=<!-- further -->\\n).*?(?=<!-- end -->)", Pattern.DOTALL);
    private static final Pattern STATES = Pattern.compile("enum State \\{([^}]*)}");
    private static final int COUNT = 22;

    static List<Folder> folders() {
        return Folder.all();
    }

    static List<Folder> lessons() {
        return Folder.lessons();
    }

    static List<Folder> further() {
        return Folder.further();
    }

    /** On request, before anything else looks at what is checked in. */
    @BeforeAll
    static void update() throws IOException {
        if (System.getProperty("updateExamples") == null) {
            return;
        }
        for (Folder folder : folders()) {
            for (Path stale : folder.generated()) {
                Files.delete(stale);
            }
            for (Path file : folder.newlyGenerated()) {
                Files.copy(file, folder.path().resolve(file.getFileName()));
            }
            for (Path stale : folder.pictures()) {
                Files.delete(stale);
            }
        }
        for (Folder folder : folders()) {
            Page page = Page.of(folder);
            for (Fn fn : page.pictures()) {
                Files.writeString(folder.path().resolve(Page.fileOf(fn)), Picture.of(fn));
            }
            Files.writeString(folder.page(), page.upToDate());
        }
        Files.writeString(CONTENTS, contents());
    }

    @Test
    void the_lessons_are_numbered() {
        assertThat(lessons()).hasSize(COUNT);
        for (int i = 0; i < COUNT; i++) {
            assertThat(lessons().get(i).toString()).startsWith("lesson_%02d_".formatted(i + 1));
            assertThat(Page.of(lessons().get(i)).title()).startsWith(i + 1 + ". ");
        }
    }

    @Test
    void the_contents_are_those_of_the_pages() throws IOException {
        assertThat(Folder.read(CONTENTS)).as("update with: %s", UPDATE).isEqualToNormalizingNewlines(contents());
    }

    /** That the links lead to files, a test of all pages checks. */
    @Test
    void every_row_of_the_source_documents_leads_somewhere() {
        String text = Folder.read(CONTENTS);
        List<String> rows = text.substring(text.indexOf("\n## Look up\n"), text.indexOf("\n## Further examples\n"))
                .lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.equals("| it shows | here |"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(20).allMatch(row -> row.matches(".*\\| \\[.*]\\(.*\\).* \\|"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_checked_in_source_is_what_the_processor_writes(Folder folder) {
        assertThat(folder.generated())
                .as("the generated files of %s; update them with: %s", folder, UPDATE)
                .extracting(Path::getFileName)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        folder.newlyGenerated().stream().map(Path::getFileName).toList());
        for (Path file : folder.newlyGenerated()) {
            assertThat(folder.path().resolve(file.getFileName()))
                    .as("%s of %s; if the processor is right, update with: %s", file.getFileName(), folder, UPDATE)
                    .hasSameTextualContentAs(file, StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_page_shows_the_sources_and_what_they_print(Folder folder) {
        Page page = Page.of(folder);
        assertThat(page.text()).as("update with: %s", UPDATE).isEqualTo(page.upToDate());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void the_pictures_are_those_of_the_maps(Folder folder) {
        List<Fn> pictures = Page.of(folder).pictures();
        assertThat(folder.pictures())
                .as("update with: %s", UPDATE)
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        pictures.stream().map(Page::fileOf).toList());
        for (Fn fn : pictures) {
            assertThat(Folder.read(folder.path().resolve(Page.fileOf(fn))))
                    .as("update with: %s", UPDATE)
                    .isEqualToNormalizingNewlines(Picture.of(fn));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("folders")
    void a_page_links_what_was_written_and_what_was_generated(Folder folder) {
        for (Path file : Stream.concat(folder.written().stream(), folder.generated().stream())
                .toList()) {
            assertThat(Page.of(folder).text()).contains("(" + file.getFileName() + ")");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessons")
    void a_lesson_has_all_its_parts(Folder lesson) {
        assertThat(Page.of(lesson).text())
                .contains("<!-- ways -->", "<!-- run -->", "<!-- output", "<!-- picture ", "<!-- code ")
                .contains("\n## In Rust\n", "\n## Run it\n", "\n## Questions\n")
                .containsPattern("(?s)(<details>\\n<summary>.*?</summary>\\n\\n.*?\\n</details>.*?){3}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("further")
    void a_further_example_names_every_state(Folder folder) {
        String page = Page.of(folder).text();
        for (Path file : folder.generated()) {
            Matcher states = STATES.matcher(Folder.read(file));
            while (states.find()) {
                assertThat(page).contains(names(states.group(1)));
            }
        }
    }

    /** The states as the tables of the pages write them. */
    private static List<String> names(String constants) {
        return Stream.of(constants.replaceAll("//.*|(?s)/\\*.*?\\*/", "").split("[,;\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(name -> "`" + name + "`")
                .toList();
    }

    private static String contents() {
        String text = Folder.read(CONTENTS).replace("\r\n", "\n");
        text = LESSONS.matcher(text).replaceFirst(Matcher.quoteReplacement(table("lesson", "", lessons())));
        return FURTHER.matcher(text).replaceFirst(Matcher.quoteReplacement(table("example", "further/", further())));
    }

    private static String table(String head, String path, List<Folder> folders) {
        StringBuilder table = new StringBuilder("\n| " + head + " | |\n|---|---|\n");
        for (Folder folder : folders) {
            Page page = Page.of(folder);
            table.append("| [%s](%s%s/README.md) | %s |\n".formatted(page.title(), path, folder, page.summary()));
        }
        return table.append("\n").toString();
    }
}
