package dev.asyncfn.processor.debug;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.IntegerValue;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import com.sun.jdi.event.LocatableEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a debugger sees of generated code: names and lines, with and without the option for it. */
class SourceDebuggingTest {
    private static final String SOURCE = "-Aasyncfn.debug=source";

    private static final String USERS = """
            package app;
            import static dev.asyncfn.Async.*;
            import dev.asyncfn.*;
            class Users {
                @AsyncFn
                static String user(int id) {
                    String name = await(read(id));
                    int length = name.length();
                    String title = await(read(length));
                    return title + name
                            + length;
                }
                @AsyncFn
                static String block(int id) {
                    Future<String> block = async(() -> {
                        String name = await(read(id));
                        return name + id;
                    });
                    return await(block);
                }
                @AsyncFn
                static String nested(int id) {
                    String name = await(read(id));
                    Object shown = new Object() {
                        @Override
                        public String toString() {
                            return "shown " + name;
                        }
                    };
                    return shown.toString();
                }
                static Future<String> read(int id) {
                    return new Late(id);
                }
                /** Pending once. */
                static final class Late implements Future<String> {
                    private final int id;
                    private boolean polled;
                    Late(int id) {
                        this.id = id;
                    }
                    @Override
                    public Poll<String> poll(Context cx) {
                        if (polled) {
                            return Poll.ready("n" + id);
                        }
                        polled = true;
                        cx.waker().wakeByRef();
                        return Poll.pending();
                    }
                }
                public static void main(String[] args) {
                    blockOn(UsersAsync.user(3));
                    blockOn(UsersAsync.block(4));
                    blockOn(UsersAsync.nested(5));
                }
            }
            """;

    @TempDir
    private Path folder;

    private Debuggee debug(String... options) throws Exception {
        Debuggee.compile(folder, USERS, options);
        return Debuggee.launch(folder);
    }

    private static StackFrame top(LocatableEvent hit) throws Exception {
        return hit.thread().frame(0);
    }

    private static String local(LocatableEvent hit, String name) throws Exception {
        StackFrame frame = top(hit);
        return text(frame.getValue(frame.visibleVariableByName(name)));
    }

    private static String field(LocatableEvent hit, String name) throws Exception {
        ObjectReference future = top(hit).thisObject();
        return text(future.getValue(future.referenceType().fieldByName(name)));
    }

    private static String text(Value value) {
        return value instanceof StringReference string ? string.value() : ((IntegerValue) value).toString();
    }

    private static String place(Location location) throws Exception {
        return location.sourceName() + ":" + location.lineNumber();
    }

    // ---- with the option

    @Test
    void aBreakpointOnALineOfTheBodyIsHit() throws Exception {
        try (Debuggee program = debug(SOURCE)) {
            LocatableEvent hit = program.runTo("app.UsersAsync*", "Users.java", 8);

            assertThat(place(hit.location())).isEqualTo("Users.java:8");
            assertThat(hit.location().sourcePath())
                    .isEqualTo(Path.of("app", "Users.java").toString());
            assertThat(hit.location().declaringType().name()).isEqualTo("app.UsersAsync$UserFuture");
            assertThat(hit.location().method().name()).isEqualTo("poll");
        }
    }

    @Test
    void variablesOfTheBodyAreFieldsOfTheFutureOrLocals() throws Exception {
        try (Debuggee program = debug(SOURCE)) {
            LocatableEvent hit = program.runTo("app.UsersAsync*", "Users.java", 10);

            assertThat(field(hit, "id")).isEqualTo("3"); // a parameter
            assertThat(field(hit, "name")).isEqualTo("n3"); // read after an await
            assertThat(local(hit, "title")).isEqualTo("n2");
        }
    }

    @Test
    void aStepGoesToTheNextLineOfTheBody() throws Exception {
        try (Debuggee program = debug(SOURCE)) {
            LocatableEvent hit = program.runTo("app.UsersAsync*", "Users.java", 8);

            assertThat(place(program.stepOver(hit).location())).isEqualTo("Users.java:9");
        }
    }

    @Test
    void aBreakpointInAnAsyncBlockIsHit() throws Exception {
        try (Debuggee program = debug(SOURCE)) {
            LocatableEvent hit = program.runTo("app.UsersAsync*", "Users.java", 17);

            assertThat(hit.location().declaringType().name()).isEqualTo("app.UsersAsync$BlockFuture$Block");
            assertThat(local(hit, "name")).isEqualTo("n4");
        }
    }

    @Test
    void aBreakpointInAnAnonymousClassIsHit() throws Exception {
        try (Debuggee program = debug(SOURCE)) {
            LocatableEvent hit = program.runTo("app.UsersAsync*", "Users.java", 27);

            assertThat(place(hit.location())).isEqualTo("Users.java:27");
            assertThat(hit.location().method().name()).isEqualTo("toString");
        }
    }

    @Test
    void generatedLinesAreStillThereAsTheLinesOfJava() throws Exception {
        try (Debuggee program = debug(SOURCE)) {
            Location location =
                    program.runTo("app.UsersAsync*", "Users.java", 8).location();

            assertThat(location.declaringType().availableStrata()).contains("Java", "asyncfn");
            assertThat(location.sourceName("Java")).isEqualTo("UsersAsync.java");
            assertThat(location.lineNumber("Java")).isGreaterThan(50);
        }
    }

    // ---- without

    @Test
    void withoutTheOptionADebuggerShowsTheGeneratedFile() throws Exception {
        Debuggee.compile(folder, USERS);
        int line = 1 + lines().indexOf("                    length = name.length();");
        try (Debuggee program = Debuggee.launch(folder)) {
            LocatableEvent hit = program.runTo("app.UsersAsync*", "UsersAsync.java", line);

            assertThat(place(hit.location())).isEqualTo("UsersAsync.java:" + line);
            assertThat(field(hit, "name")).isEqualTo("n3");
            assertThat(hit.location().declaringType().availableStrata()).doesNotContain("asyncfn");
        }
    }

    private List<String> lines() throws Exception {
        return Files.readAllLines(folder.resolve("app/UsersAsync.java"));
    }
}
