package dev.asyncfn.processor.emit;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A factory's signature says about values what the method's says, as the class files have it. */
class CopiedAnnotationsTest {
    private static final String ANNOTATIONS = """
            package notes;
            import java.lang.annotation.*;
            import static java.lang.annotation.ElementType.*;
            public interface Notes {
                @Retention(RetentionPolicy.RUNTIME) @Target(TYPE_USE) @interface Maybe {}
                @Retention(RetentionPolicy.RUNTIME) @Target({PARAMETER, METHOD}) @interface Nullable {}
                @Retention(RetentionPolicy.RUNTIME) @Target({PARAMETER, TYPE_USE}) @interface NonNull {}
                @Retention(RetentionPolicy.RUNTIME) @Target({PARAMETER, METHOD}) @interface Path { String value(); }
                @Retention(RetentionPolicy.RUNTIME) @Target({TYPE_USE, TYPE_PARAMETER}) @Repeatable(Units.class)
                @interface Unit { String value(); }
                @Retention(RetentionPolicy.RUNTIME) @Target({TYPE_USE, TYPE_PARAMETER}) @interface Units { Unit[] value(); }
                @Retention(RetentionPolicy.RUNTIME) @Target(TYPE_USE) @interface Range {
                    long min() default 0; double max() default 1; char letter() default 'a'; byte small() default 1;
                    Class<?>[] types() default {}; ElementType place() default FIELD; Unit unit() default @Unit("");
                    String[] names() default {};
                }
            }
            """;

    private static final String LOMBOK = """
            package lombok;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) @Target({ElementType.PARAMETER, ElementType.TYPE_USE}) public @interface NonNull {}
            """;

    private static final String CONSTRAINT = """
            package jakarta.validation;
            public @interface Constraint {}
            """;

    private static final String SIZE = """
            package jakarta.validation;
            import java.lang.annotation.*;
            @Constraint @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE_USE) public @interface Size {}
            """;

    private static final String JSPECIFY = """
            package org.jspecify.annotations;
            import java.lang.annotation.*;
            @Retention(RetentionPolicy.RUNTIME) public @interface %s {}
            """;

    private static final String DEMO = """
            package demo;

            import dev.asyncfn.*;
            import java.lang.annotation.*;
            import java.util.*;
            import notes.Notes.*;
            import org.jspecify.annotations.*;

            @NullMarked
            public class Demo<K> {
                @AsyncFn static void maybe(@Maybe String s) {}

                @AsyncFn static void inside(int n, @Unit("a") Map<@Maybe String, List<@Maybe Integer>> map) {}

                @AsyncFn static void wildcard(List<? extends @Maybe Number> list) {}

                @AsyncFn static void array(@Maybe String @Unit("a") [] texts) {}

                @AsyncFn static void rest(@Maybe String @Unit("a") ... texts) {}

                class In {}

                static class Box<T> { class Content {} }

                @AsyncFn static void nested(Map.@Maybe Entry<String, @Maybe Integer> e) {}

                @AsyncFn void inner(@Maybe In in) {}

                @AsyncFn static void ofGeneric(Box<String>.@Maybe Content c) {}

                @AsyncFn static @Maybe String result() { return null; }

                @AsyncFn public @Maybe String overridable() { return null; }

                @AsyncFn static List<@Maybe String> list() { return null; }

                @AsyncFn static @Unit("m") int length() { return 1; }

                @AsyncFn static @Maybe String failing() throws java.io.IOException { return null; }

                @AsyncFn static <@Unit("t") T extends @Maybe Object> T generic(@Maybe T t) { return t; }

                @AsyncFn static void repeated(@Unit("a") @Unit("b\\n\\"") long n) {}

                @AsyncFn static void values(@Range(
                        min = 1L << 40, max = 0.1, letter = '\\'', small = -3, types = {int.class, List.class},
                        place = ElementType.METHOD, unit = @Unit("m"), names = {"x"}) int n) {}

                @AsyncFn static void infinite(@Range(max = 1 / 0.0) int n) {}

                @AsyncFn static void declared(@Nullable String a, @Path("/b") String b, @NonNull String c) {}

                @AsyncFn static @Nullable String nullable() { return null; }

                abstract static class Validated {
                    @AsyncFn abstract void f(@lombok.NonNull String s, @jakarta.validation.Size String t);
                }

                @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE_USE) private @interface Own {}

                private static final class Hidden {}

                @AsyncFn static void unnameable(@Own @Range(types = Hidden.class) @Maybe String s) {}

                @NullUnmarked static class Unmarked { @AsyncFn static void f() {} }

                @NullUnmarked @AsyncFn static void unmarked() {}
            }
            """;

    private static ClassLoader classes;

    @BeforeAll
    static void compile() {
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(
                        JavaFileObjects.forSourceString("demo.Demo", DEMO),
                        JavaFileObjects.forSourceString("notes.Notes", ANNOTATIONS),
                        JavaFileObjects.forSourceString("lombok.NonNull", LOMBOK),
                        JavaFileObjects.forSourceString("jakarta.validation.Constraint", CONSTRAINT),
                        JavaFileObjects.forSourceString("jakarta.validation.Size", SIZE),
                        JavaFileObjects.forSourceString(
                                "org.jspecify.annotations.NullMarked", JSPECIFY.formatted("NullMarked")),
                        JavaFileObjects.forSourceString(
                                "org.jspecify.annotations.NullUnmarked", JSPECIFY.formatted("NullUnmarked")));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        classes = loader(compilation);
    }

    private static ClassLoader loader(Compilation compilation) {
        Map<String, JavaFileObject> files = compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(CopiedAnnotationsTest::className, Function.identity()));
        return new ClassLoader(CopiedAnnotationsTest.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (!files.containsKey(name)) {
                    throw new ClassNotFoundException(name);
                }
                try (InputStream in = files.get(name).openInputStream()) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
    }

    private static String className(JavaFileObject file) {
        return file.getName()
                .replaceFirst("^/" + StandardLocation.CLASS_OUTPUT + "/", "")
                .replaceFirst("\\.class$", "")
                .replace('/', '.');
    }

    private static Method factory(String name) throws ClassNotFoundException {
        return method("demo.DemoAsync", name);
    }

    private static Method method(String type, String name) throws ClassNotFoundException {
        return Stream.of(classes.loadClass(type).getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The type argument of the future that a factory returns. */
    private static AnnotatedType result(Method factory) {
        AnnotatedType base = factory.getReturnType().isInterface()
                ? factory.getAnnotatedReturnType()
                : factory.getReturnType().getAnnotatedSuperclass();
        return argument(base, 0);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static String names(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static AnnotatedType parameter(String factory, int index) throws ClassNotFoundException {
        return factory(factory).getAnnotatedParameterTypes()[index];
    }

    @Test
    void annotations_of_a_parameters_type_are_copied() throws Exception {
        assertThat(names(parameter("maybe", 0))).isEqualTo("Maybe");
    }

    @Test
    void annotations_inside_of_types_stay_where_they_are() throws Exception {
        AnnotatedType map = parameter("inside", 1);
        assertThat(names(map)).isEqualTo("Unit");
        assertThat(names(argument(map, 0))).isEqualTo("Maybe");
        assertThat(names(argument(map, 1))).isEmpty();
        assertThat(names(argument(argument(map, 1), 0))).isEqualTo("Maybe");
        AnnotatedWildcardType wildcard = (AnnotatedWildcardType) argument(parameter("wildcard", 0), 0);
        assertThat(names(wildcard.getAnnotatedUpperBounds()[0])).isEqualTo("Maybe");
    }

    @Test
    void arrays_and_their_elements_have_annotations_of_their_own() throws Exception {
        for (String factory : List.of("array", "rest")) {
            AnnotatedArrayType array = (AnnotatedArrayType) parameter(factory, 0);
            assertThat(names(array)).as(factory).isEqualTo("Unit");
            assertThat(names(array.getAnnotatedGenericComponentType()))
                    .as(factory)
                    .isEqualTo("Maybe");
        }
    }

    @Test
    void nested_and_inner_types_are_annotated_at_their_simple_names() throws Exception {
        assertThat(names(parameter("nested", 0))).isEqualTo("Maybe");
        assertThat(names(argument(parameter("nested", 0), 1))).isEqualTo("Maybe");
        assertThat(names(parameter("inner", 1))).isEqualTo("Maybe");
        assertThat(names(parameter("ofGeneric", 0))).isEqualTo("Maybe");
    }

    @Test
    void the_annotations_of_a_result_are_those_of_the_futures_type_argument() throws Exception {
        assertThat(names(result(factory("result")))).isEqualTo("Maybe");
        assertThat(names(result(factory("overridable")))).isEqualTo("Maybe");
        assertThat(names(argument(result(factory("list")), 0))).isEqualTo("Maybe");
        assertThat(names(result(factory("length")))).isEqualTo("Unit");
    }

    @Test
    void a_future_that_fails_has_them_in_each_of_its_supertypes() throws Exception {
        Class<?> future = factory("failing").getReturnType();
        assertThat(names(argument(future.getAnnotatedSuperclass(), 0))).isEqualTo("Maybe");
        assertThat(names(argument(future.getAnnotatedInterfaces()[0], 0))).isEqualTo("Maybe");
    }

    @Test
    void type_parameters_and_their_bounds_keep_theirs() throws Exception {
        Method factory = factory("generic");
        for (TypeVariable<?> declared :
                List.of(factory.getTypeParameters()[0], factory.getReturnType().getTypeParameters()[0])) {
            assertThat(names(declared)).isEqualTo("Unit");
            assertThat(names(declared.getAnnotatedBounds()[0])).isEqualTo("Maybe");
        }
        assertThat(names(factory.getAnnotatedParameterTypes()[0])).isEqualTo("Maybe");
    }

    @Test
    void repeated_annotations_stay_repeated() throws Exception {
        assertThat(annotations(factory("repeated")))
                .isEqualTo(annotations(method("demo.Demo", "repeated")))
                .contains("\"a\"", "\"b\\n\\\"\"");
    }

    @Test
    void every_kind_of_value_is_copied() throws Exception {
        assertThat(annotations(factory("values")))
                .isEqualTo(annotations(method("demo.Demo", "values")))
                .contains("names={\"x\"}");
        assertThat(annotations(factory("infinite")))
                .isEqualTo(annotations(method("demo.Demo", "infinite")))
                .contains("max=1.0/0.0");
    }

    private static String annotations(Method method) {
        return Arrays.toString(method.getAnnotatedParameterTypes()[0].getAnnotations());
    }

    @Test
    void before_a_parameter_only_those_for_checkers_are_copied() throws Exception {
        Method factory = factory("declared");
        Annotation[][] annotations = factory.getParameterAnnotations();
        assertThat(annotations[0]).hasSize(1);
        assertThat(annotations[1]).isEmpty();
        assertThat(annotations[2]).hasSize(1); // once, though it is one of the type, too
        assertThat(names(factory.getAnnotatedParameterTypes()[2])).isEqualTo("NonNull");
    }

    @Test
    void a_methods_own_nullness_is_not_that_of_the_future() throws Exception {
        Method factory = factory("nullable");
        assertThat(factory.getAnnotations()).isEmpty();
        assertThat(factory.getAnnotatedReturnType().getAnnotations()).isEmpty();
    }

    @Test
    void annotations_that_make_another_processor_act_are_left_out() throws Exception {
        Method factory = method("demo.Demo_ValidatedAsync", "f");
        assertThat(Stream.of(factory.getParameterAnnotations()).flatMap(Stream::of))
                .isEmpty();
        assertThat(factory.getAnnotatedParameterTypes())
                .hasSize(3)
                .allMatch(type -> names(type).isEmpty());
    }

    @Test
    void an_annotation_that_cannot_be_named_is_left_out() throws Exception {
        assertThat(names(parameter("unnameable", 0))).isEqualTo("Maybe");
    }

    @Test
    void the_nearest_default_of_nullness_holds_for_the_facade() throws Exception {
        assertThat(names(classes.loadClass("demo.DemoAsync"))).isEqualTo("NullMarked");
        assertThat(names(classes.loadClass("demo.Demo_UnmarkedAsync"))).isEqualTo("NullUnmarked");
        assertThat(names(factory("unmarked"))).isEqualTo("NullUnmarked");
    }
}
