package dev.asyncfn.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Generated names, each of which may become a file's. */
class NamingTest {
    private static Compilation compile(String... lines) {
        return UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor())
                .compile(JavaFileObjects.forSourceLines("A", lines));
    }

    private static List<String> futures(Compilation compilation) {
        return compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .map(file -> file.getName().replaceFirst(".*/(.*)\\.class", "$1"))
                .filter(name -> name.matches("\\w+\\$[A-Z]\\w+"))
                .sorted()
                .toList();
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error ->
                        error.getLineNumber() + ":" + error.getColumnNumber() + " " + error.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void futuresOfNamesThatDifferInCaseOnlyDifferInMore() {
        Compilation compilation = compile(
                "final class A {",
                "    @dev.asyncfn.AsyncFn static void getid() {}",
                "    @dev.asyncfn.AsyncFn static void getId() {}",
                "    @dev.asyncfn.AsyncFn static void GETID(int i) {}",
                "    @dev.asyncfn.AsyncFn static void getid(Integer i, int[] j) {}",
                "    @dev.asyncfn.AsyncFn static void getID(INT i) {}",
                "    interface INT {}",
                "}");
        assertThat(errors(compilation)).isEmpty();
        assertThat(futures(compilation))
                .containsExactly(
                        "A$INT",
                        "AAsync$GETIDFuture_int",
                        "AAsync$GetIDFuture_INT_2",
                        "AAsync$GetIdFuture_",
                        "AAsync$GetidFuture",
                        "AAsync$GetidFuture_Integer_intArray");
    }

    @Test
    void aFacadeWhoseNameDiffersFromAClassesInCaseOnlyIsAnError() {
        Compilation compilation = compile(
                "final class A {",
                "    static final class Users {",
                "        @dev.asyncfn.AsyncFn static void f() {}",
                "    }",
                "}",
                "final class A_Usersasync {}");
        assertThat(errors(compilation))
                .singleElement()
                .asString()
                .startsWith("2:18 [asyncfn:facade_name_taken]")
                .contains("`A_UsersAsync`, but `A_Usersasync` differs from it in case only");
    }

    @Test
    void facadesOfWhichOneIsANestedClassesAndTheOtherDiffersInCaseOnlyAreAnError() {
        Compilation compilation = compile(
                "final class A {",
                "    static final class Users {",
                "        @dev.asyncfn.AsyncFn static void f() {}",
                "    }",
                "}",
                "final class A_users {",
                "    @dev.asyncfn.AsyncFn static void f() {}",
                "}");
        assertThat(errors(compilation))
                .singleElement()
                .asString()
                .startsWith("6:7 [asyncfn:facade_name_taken]")
                .contains("`A_usersAsync`, but `A_UsersAsync` differs from it in case only");
    }

    /** Where that matters, it matters to the classes themselves. */
    @Test
    void classesWhoseOwnNamesDifferInCaseOnlyHaveFacadesThatDoSo() {
        Compilation compilation = compile(
                "final class A {",
                "    @dev.asyncfn.AsyncFn static void f() {}",
                "}",
                "final class a {",
                "    @dev.asyncfn.AsyncFn static void f() {}",
                "}");
        assertThat(errors(compilation)).isEmpty();
        assertThat(futures(compilation)).containsExactly("AAsync$FFuture", "aAsync$FFuture");
    }

    /** A folder of generated sources among the sources. */
    @Test
    void earlierOutputThatIsGivenAsASourceIsSaidToBeThat() throws Exception {
        JavaFileObject users = JavaFileObjects.forSourceLines(
                "p.Users", "package p;", "final class Users {", "    @dev.asyncfn.AsyncFn static void f() {}", "}");
        String earlier = UserClassPath.javac()
                .withProcessors(new AsyncFnProcessor())
                .compile(users)
                .generatedSourceFile("p.UsersAsync")
                .orElseThrow()
                .getCharContent(false)
                .toString();
        assertThat(earlier).contains("@Generated(\"dev.asyncfn.processor.AsyncFnProcessor\")");
        for (String text : List.of(earlier, withoutAnnotation(earlier))) {
            Compilation compilation = UserClassPath.javac()
                    .withProcessors(new AsyncFnProcessor())
                    .compile(users, JavaFileObjects.forSourceString("p.UsersAsync", text));
            assertThat(errors(compilation))
                    .singleElement()
                    .asString()
                    .startsWith("2:7 [asyncfn:facade_name_taken]")
                    .contains(
                            "a class that asyncfn generated in an earlier compilation",
                            "remove the directory of generated sources from the sources to compile");
        }
    }

    /** In a module that does not read {@code java.compiler} a facade has none. */
    private static String withoutAnnotation(String facade) {
        String text = facade.lines().filter(line -> !line.contains("Generated")).reduce("", (a, b) -> a + b + "\n");
        assertThat(text).doesNotContain("Generated");
        return text;
    }
}
