package dev.asyncfn.processor.differential;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The cases that broke real compilers are all in the corpus, where each is run every way: thirty gathered from compilers
 * of all languages in {@code bodies/thirty}, ten from the JVM's in {@code bodies/ten}.
 */
class FortyCasesTest {
    private static final Pattern NUMBER = Pattern.compile("@Case(?:\\(.*\\))?\\s+@AsyncFn\\s.*\\scase(\\d\\d)\\w+\\(");

    @Test
    void thirtyCasesOfAllCompilersArePresent() throws IOException {
        assertThat(numbersIn("thirty")).containsExactlyElementsOf(upTo(30));
    }

    @Test
    void tenCasesOfTheJvmsCompilersArePresent() throws IOException {
        assertThat(numbersIn("ten")).containsExactlyElementsOf(upTo(10));
    }

    private static TreeSet<Integer> numbersIn(String topic) throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.root().resolve(topic))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            TreeSet<Integer> numbers = new TreeSet<>();
            for (Path source : sources) {
                Matcher matcher = NUMBER.matcher(Files.readString(source));
                matcher.results()
                        .map(result -> Integer.valueOf(result.group(1)))
                        .forEach(numbers::add);
            }
            return numbers;
        }
    }

    private static TreeSet<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(toCollection(TreeSet::new));
    }
}
