package dev.asyncfn.samples.lab.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.samples.lab.Compiled;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that somebody sends has code in it. */
class PermittedTest {
    private static void check(String source) {
        Map<String, byte[]> classes = Compiled.classes(source);
        classes.values().forEach(bytes -> Permitted.check(bytes, classes::containsKey, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.io.FileOutputStream(\"x\").close();",
                "java.nio.file.Files.delete(java.nio.file.Path.of(\"x\"));",
                "new java.io.PrintStream(\"x\").close();",
                "new java.util.Formatter(\"x\").close();",
                "new java.util.Scanner(System.in);",
                "new java.net.Socket(\"localhost\", 1);",
                "dev.asyncfn.net.AsyncTcpStream.connect(null);",
                "Runtime.getRuntime().exec(\"x\");",
                "new ProcessBuilder(\"x\").start();",
                "System.exit(0);",
                "System.getProperty(\"user.home\");",
                "System.getenv();",
                "System.setProperty(\"a\", \"b\");",
                "Class.forName(\"x\");",
                "String.class.getDeclaredFields();",
                "String.class.getClassLoader();",
                "String.class.getResourceAsStream(\"x\");",
                "Thread.currentThread().getContextClassLoader();",
                "java.lang.invoke.MethodHandles.lookup();",
                "java.util.ServiceLoader.load(String.class);",
                "ProcessHandle.current();",
                "dev.asyncfn.samples.lab.player.Hands.leaf(\"x\", 1);",
                "java.util.function.Function<String, ?> f = java.io.File::new;",
                "java.util.function.Supplier<?> s = System::getenv;",
                "Object[] a = new java.io.File[1];",
                "Object o = Runtime.class;"
            })
    void reachesNothingOutside(String statement) {
        assertThatThrownBy(() -> check("class A { void f() throws Exception { " + statement + " } }"))
                .isInstanceOf(SecurityException.class)
                .hasMessageStartingWith("the lab does not permit ");
    }

    @Test
    void usesWhatProgramsAreMadeOf() {
        assertThatCode(() -> check("""
            import java.util.*;
            import java.util.stream.*;
            class A {
                record R(int x, String s) {}
                enum E { ONE, TWO }
                sealed interface S permits T {}
                static final class T implements S {}
                static String f(E e, Object o) throws java.io.IOException {
                    int[][] grid = new int[3][4];
                    List<String> all = Stream.of(1, 2).map(n -> "n" + n + e).collect(Collectors.toList());
                    System.out.println(new R(grid.length, all.toString()).equals(o) ? o.getClass().getSimpleName() : "");
                    long now = System.nanoTime() + Math.max(1, 2);
                    Thread thread = new Thread(() -> System.out.println(now));
                    assert thread != null;
                    return switch (e) { case ONE -> String.format("%d", now); case TWO -> throw new java.io.IOException("x"); };
                }
            }
            """)).doesNotThrowAnyException();
    }

    @Test
    void onlyWhatTheProcessorHasWrittenMayReachPrivateMembers() {
        Map<String, byte[]> classes = Compiled.classes("""
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            class A {
                private int count;
                @AsyncFn int f() { return await(Future.ready(1)) + count++; }
            }
            """);
        byte[] bridge = classes.entrySet().stream()
                .filter(type -> type.getKey().endsWith("$Bridge"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThatCode(() -> Permitted.check(bridge, classes::containsKey, true))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Permitted.check(bridge, classes::containsKey, false))
                .hasMessageContaining("MethodHandles");
        assertThat(classes).isNotEmpty();
    }
}
