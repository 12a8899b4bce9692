package dev.asyncfn.samples.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The traces in the test resources are what the Rust programs print, built by rustc 1.95. */
class TwinsTest {
    interface Program {
        void run(PrintStream out) throws Exception;
    }

    static Stream<Arguments> twins() {
        return Stream.of(
                twin("trivial", Trivial::run),
                twin("get_user", GetUser::run),
                twin("goto_patrol", GotoPatrol::run),
                twin("forward", Forward::run),
                twin("misuse", Misuse::run),
                twin("order", Order::run),
                twin("dropped", Dropped::run),
                twin("fallible", Fallible::run));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("twins")
    void a_twin_prints_the_trace_of_the_rust_program(String name, Program program) throws Exception {
        assertThat(output(program)).containsExactlyElementsOf(trace(name));
    }

    private static Arguments twin(String name, Program program) {
        return arguments(name, program);
    }

    private static List<String> output(Program program) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            program.run(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> trace(String name) throws IOException {
        try (InputStream in = TwinsTest.class.getResourceAsStream("/" + name + ".trace.txt")) {
            assertThat(in).as("the trace of %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
