package dev.asyncfn.samples.desugaring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main job against a server that answers at once. Times are printed, never checked. */
class MainTest {
    private static List<String> lines;

    @BeforeAll
    static void run() throws Exception {
        lines = LessonsTest.output(out -> Main.run(Duration.ZERO, out)).lines().toList();
    }

    @Test
    void one_user_is_fetched_and_parsed() {
        assertThat(section("# one user")).containsExactly("User[id=3, name=Grace, email=grace3@example.com]");
    }

    @Test
    void failures_are_caught_by_their_own_types() {
        assertThat(section("# two that fail")).hasSize(2).first().isEqualTo("not found: no user 201");
        assertThat(section("# two that fail").get(1)).startsWith("bad JSON: Unexpected end-of-input");
    }

    @Test
    void the_polls_of_one_user_are_traced_to_its_end() {
        assertThat(section("# the polls of one user"))
                .startsWith("user 4", "  created getUser: START", "  poll 1")
                .endsWith("    ready User[id=4, name=Tony, email=tony4@example.com]");
    }

    @Test
    void all_users_are_printed_and_equal_those_fetched_one_by_one() {
        List<String> all = section("# 200 users");
        assertThat(all).hasSize(22).contains("the same one by one: true");
        String printed = String.join(" ", all.subList(0, 20)).strip().replaceAll(" +", " ");
        assertThat(printed.split(" ")).hasSize(400);
        assertThat(printed).startsWith("1 Barbara 2 Edsger 3 Grace").endsWith("199 Tony 200 Ada");
        assertThat(all.get(21)).matches("all at once: \\d+ ms, one by one: \\d+ ms");
    }

    /** The lines below a heading. */
    private static List<String> section(String heading) {
        assertThat(lines).contains(heading);
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .toList();
    }
}
