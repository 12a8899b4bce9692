package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.mutants.Mutants;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs that are wrong in one place, by chance: javac says of them what it says without this processor. FUZZING.md says how to try more. */
@Tag("one-jdk")
class MutantsTest {
    private static final long SEED = Long.getLong("mutants.seed", 1);
    private static final int COUNT = Integer.getInteger("mutants.count", 15);
    /** In bytes: most of the corpus, and quickly compiled. */
    private static final long LARGEST = 4_500;

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toFile().length() < LARGEST)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void javacSaysTheSameOfMutants() throws IOException, URISyntaxException {
        Path root = Path.of(MutantsTest.class.getResource("/bodies").toURI());
        Mutants mutants =
                new Mutants(root, files(root), () -> List.of(new AsyncFnProcessor(new OtherProcessors(false, false))));
        List<String> found = new ArrayList<>();
        for (long seed = SEED; mutants.compared() < COUNT; seed++) {
            mutants.check(seed).ifPresent(found::add);
        }
        assertThat(found).isEmpty();
    }
}
