package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lessons of the book, in the lab. */
class LessonsTest {
    private static final Path BOOK = Path.of("..", "..", "src-gen-examples");
    private static final Path OWN = Path.of("src", "main", "lessons");
    /** The whole of an async fn, as both are formatted. */
    private static final Pattern ASYNC_FN =
            Pattern.compile("    @AsyncFn\\R    ([^\n]+) \\{\\R(.*?)\\R    }\\R", Pattern.DOTALL);

    @Test
    void each_is_in_the_list_in_the_order_of_the_book() throws IOException {
        List<String> lessons = folders(BOOK, "lesson_").stream()
                .map(name -> name.replace('_', ' '))
                .toList();
        assertThat(Examples.all())
                .extracting(Examples.Example::name)
                .filteredOn(name -> name.startsWith("lesson"))
                .containsExactlyElementsOf(lessons);
    }

    @Test
    void an_async_fn_that_has_the_signature_of_one_of_the_book_has_its_body() throws IOException {
        List<String> same = new ArrayList<>();
        for (String lesson : folders(OWN, "")) {
            String book = text(BOOK.resolve(lesson));
            Matcher fns = ASYNC_FN.matcher(text(OWN.resolve(lesson)));
            while (fns.find()) {
                if (book.contains("    " + fns.group(1) + " {")) {
                    same.add(lesson);
                    assertThat(book).contains(fns.group());
                }
            }
        }
        assertThat(same).hasSizeGreaterThan(10);
    }

    private static List<String> folders(Path parent, String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
