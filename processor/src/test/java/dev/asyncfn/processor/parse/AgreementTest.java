package dev.asyncfn.processor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * JavaParser's trees are javac's. With {@code -Dagreement.sources=<folder>} the sources below that folder are compared,
 * too, such as those of a JDK; with {@code -Dagreement.programs=<n>} that many random ones.
 */
class AgreementTest {
    private static final int PROGRAMS = Integer.getInteger("agreement.programs", 300);

    private static List<String> complaints(Path folder, int atLeast) throws IOException {
        List<String> complaints = new ArrayList<>();
        int methods = 0;
        for (Path file : sources(folder)) {
            Agreement agreement = Agreement.on(folder.relativize(file).toString(), text(file));
            if (agreement != null) { // else newer than this JDK
                complaints.addAll(agreement.complaints());
                methods += agreement.methods();
            }
        }
        assertThat(methods).isGreaterThanOrEqualTo(atLeast);
        return complaints;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Empty if it is no UTF-8. */
    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return "";
        }
    }

    private static Path resources(String name) throws URISyntaxException {
        return Path.of(AgreementTest.class.getResource("/" + name).toURI());
    }

    @Test
    void onTheBodiesOfTheCorpus() throws Exception {
        assertThat(complaints(resources("bodies"), 1_000)).isEmpty();
    }

    @Test
    void onWhatTheLanguageLeavesRoomFor() {
        List<String> complaints = new ArrayList<>();
        int accepted = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            String program = new RandomSyntax(seed).program();
            Agreement agreement = Agreement.on("seed " + seed, program);
            if (agreement != null) {
                accepted++;
                complaints.addAll(agreement.complaints());
            }
        }
        assertThat(complaints).isEmpty();
        assertThat(accepted).isGreaterThan(PROGRAMS / 2);
    }

    @Test
    void onOtherSources() throws IOException {
        String folder = System.getProperty("agreement.sources");
        if (folder != null) {
            assertThat(complaints(Path.of(folder), 1)).isEmpty();
        }
    }
}
