package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.processor.AsyncFnProcessor;
import dev.asyncfn.processor.UserClassPath;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Overloaded async fns of a class that is there as class files only: which future is that of which one, the facade says.
 * The names of futures follow the order of methods in the source, and a class file need not keep it.
 */
class FactoriesOfClassFilesTest {
    private static final String LIBRARY = """
            package lib;

            import dev.asyncfn.AsyncFn;

            public class Store<T> {
                @AsyncFn
                public final String load(T key) {
                    return "instance of T ";
                }

                @AsyncFn
                public final String load(String key) {
                    return "instance of String ";
                }

                @AsyncFn
                public static String load(Store<?> store, CharSequence key) {
                    return "static ";
                }

                @AsyncFn
                protected static String load(Store<?> store, Object key, Object... more) {
                    return "protected " + more.length + " ";
                }

                @AsyncFn
                public static String find(Store<?> store, String key) {
                    return "static " + key + " ";
                }

                @AsyncFn
                public String find(String key) {
                    return "instance " + key + " ";
                }
            }
            """;

    private static final String USER = """
            package app;

            import dev.asyncfn.AsyncFn;
            import lib.Store;

            public class User extends Store<Integer> {
                @AsyncFn
                public static String all(User user) {
                    return user.load(1) + user.load("a") + load(user, "b") + load(user, 'c') + Store.load(user, "d")
                            + user.loads() + user.find("a") + find(user, "b");
                }

                @AsyncFn
                final String loads() {
                    return load(2) + load("e") + load(this, "f") + load(this, "g", "h");
                }

                @AsyncFn
                @Override
                public String find(String key) {
                    return "overridden " + super.find(key) + Store.find(this, key);
                }
            }
            """;

    @TempDir
    private Path root;

    private Path classes;

    @BeforeEach
    void compileTheLibrary() throws IOException {
        classes = Files.createDirectory(root.resolve("classes"));
        compile("Store.java", LIBRARY);
    }

    @Test
    void inTheOrderOfTheSource() throws Exception {
        compile("User.java", USER);
        futureMeansItsBody();
    }

    @Test
    void inAnotherOrder() throws Exception {
        Path owner = classes.resolve("lib/Store.class");
        Files.write(owner, reversed(Files.readAllBytes(owner)));
        compile("User.java", USER);
        futureMeansItsBody();
    }

    private void futureMeansItsBody() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> owner = loader.loadClass("app.User");
            Object user = owner.getConstructor().newInstance();
            Object body = owner.getMethod("all", owner).invoke(null, user);
            Object future =
                    loader.loadClass("app.UserAsync").getMethod("all", owner).invoke(null, user);
            Object value = Async.blockOn((Future<?>) future);
            assertThat(value).isEqualTo(body);
        }
    }

    private void compile(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, text);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            String classPath = classes + File.pathSeparator + UserClassPath.text();
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    null,
                    List.of("-d", classes.toString(), "-classpath", classPath),
                    null,
                    files.getJavaFileObjects(file));
            task.setProcessors(List.of(new AsyncFnProcessor()));
            assertThat(task.call()).isTrue();
        }
    }

    /** A class file with its methods from the last to the first. */
    private static byte[] reversed(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        List<String> methods = new ArrayList<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] thrown) {
                        methods.add(name + type);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String type, String signature, String[] thrown) {
                        return null;
                    }

                    @Override
                    public void visitEnd() {
                        for (int i = methods.size() - 1; i >= 0; i--) {
                            copy(methods.get(i));
                        }
                        super.visitEnd();
                    }

                    private void copy(String method) {
                        reader.accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public MethodVisitor visitMethod(
                                            int access, String name, String type, String signature, String[] thrown) {
                                        return (name + type).equals(method)
                                                ? writer.visitMethod(access, name, type, signature, thrown)
                                                : null;
                                    }
                                },
                                0);
                    }
                },
                0);
        return writer.toByteArray();
    }
}
