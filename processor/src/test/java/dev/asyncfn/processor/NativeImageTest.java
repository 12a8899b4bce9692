package dev.asyncfn.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asyncfn.Async;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metadata for native-image names what generated code finds by name. */
class NativeImageTest {
    private static final String USERS = """
            package app;
            import static dev.asyncfn.Async.*;
            import dev.asyncfn.*;
            public class Users {
                private int calls;
                private static String prefix = "p";
                private String secret(String text) {
                    return prefix + text + calls++;
                }
                private static final class Key {
                    private final int id;
                    private Key(int id) {
                        this.id = id;
                    }
                }
                interface Repo {
                    @AsyncFn
                    String find(int id);
                }
                static class Memory implements Repo {
                    @AsyncFn
                    @Override
                    public String find(int id) {
                        return await(Future.ready("n" + id));
                    }
                }
                class Inner {
                    @AsyncFn
                    String get(Repo repo) {
                        prefix = "q";
                        Key key = new Key(await(Future.ready(3)));
                        TryFuture<String, RuntimeException> block =
                                async(() -> secret(await(Users_RepoAsync.find(repo, key.id))));
                        return await(block);
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void compile() throws IOException {
        Path file = Files.writeString(folder.resolve("Users.java"), USERS);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", UserClassPath.text(), "-Aasyncfn.nativeImage=true");
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, null, options, null, files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AsyncFnProcessor()));
            assertThat(task.call()).isTrue();
        }
    }

    private JsonNode metadata(String facade) throws IOException {
        Path file = folder.resolve("META-INF/native-image/dev.asyncfn.facades")
                .resolve(facade)
                .resolve("reachability-metadata.json");
        return json.readTree(file.toFile()).get("reflection");
    }

    private List<String> types(String facade, String having) throws IOException {
        List<String> types = new ArrayList<>();
        for (JsonNode entry : metadata(facade)) {
            if (having.isEmpty() || entry.path(having).asBoolean()) {
                types.add(entry.get("type").asText());
            }
        }
        return types;
    }

    @Test
    void eachMemberThatABridgeReachesIsReachable() throws Exception {
        URL[] path = {folder.toUri().toURL()};
        List<String> reached = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(path, Async.class.getClassLoader())) {
            Class<?> bridge = loader.loadClass("app.Users_InnerAsync$Bridge");
            List<Field> constants = new ArrayList<>(List.of(bridge.getDeclaredFields()));
            for (Class<?> statics : bridge.getDeclaredClasses()) {
                constants.addAll(List.of(statics.getDeclaredFields()));
            }
            for (Field field : constants) {
                field.setAccessible(true);
                if (field.get(null) instanceof MethodHandle handle) {
                    MethodHandleInfo member = reveal(loader, handle);
                    String kind = member.getReferenceKind() == MethodHandleInfo.REF_newInvokeSpecial
                            ? "allDeclaredConstructors"
                            : "allDeclaredMethods";
                    reached.add(member.getName());
                    assertThat(types("app.Users_InnerAsync", kind))
                            .contains(member.getDeclaringClass().getName());
                } else if (field.get(null) instanceof VarHandle handle) {
                    reached.add(field.getName());
                    handle.coordinateTypes()
                            .forEach(type ->
                                    assertThat(fieldsOf("app.Users_InnerAsync")).contains(type.getName()));
                }
            }
        }
        assertThat(reached).contains("secret", "<init>", "PREFIX", "ID");
    }

    private List<String> fieldsOf(String facade) {
        try {
            return types(facade, "allDeclaredFields");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static MethodHandleInfo reveal(ClassLoader loader, MethodHandle handle) throws Exception {
        for (String host : List.of("app.Users", "app.Users$Key")) {
            try {
                return MethodHandles.privateLookupIn(loader.loadClass(host), MethodHandles.lookup())
                        .revealDirect(handle);
            } catch (IllegalArgumentException e) {
                continue; // a member of another class
            }
        }
        throw new AssertionError("a member of neither class: " + handle);
    }

    @Test
    void whatFillsTablesIsReachableWithTheMethodsThatAreCompared() throws Exception {
        assertThat(types("app.Users_MemoryAsync", "")).contains("app.Users_MemoryAsync$Entries");
        assertThat(types("app.Users_MemoryAsync", "allDeclaredMethods")).contains("app.Users$Memory");
        assertThat(types("app.Users_RepoAsync", "allDeclaredMethods")).contains("app.Users$Repo");
    }

    @Test
    void eachClassInAStackTraceIsReachable() throws Exception {
        List<String> futures;
        try (Stream<Path> classes = Files.list(folder.resolve("app"))) {
            futures = classes.map(file -> "app." + file.getFileName().toString().replaceAll("\\.class$", ""))
                    .filter(name -> name.matches("app\\.Users_InnerAsync(\\$(GetFuture(\\$Block\\w*)?))?"))
                    .toList();
        }
        assertThat(futures).hasSizeGreaterThan(2);
        assertThat(types("app.Users_InnerAsync", "")).containsAll(futures);
    }

    @Test
    void theApiBringsThePatternOfTheTextsAboutLines() throws IOException {
        String resource = "/META-INF/native-image/dev.asyncfn/asyncfn-api/reachability-metadata.json";
        try (InputStream in = Async.class.getResourceAsStream(resource)) {
            String glob = json.readTree(in).get("resources").get(0).get("glob").asText();
            Path lines = Path.of("META-INF/asyncfn/app.Users_InnerAsync.lines");
            assertThat(folder.resolve(lines)).exists();
            assertThat(FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(lines))
                    .isTrue();
        }
    }
}
