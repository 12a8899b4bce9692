package dev.asyncfn.samples.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a user's class path the processor's jar must bring nothing but itself. */
class ProcessorJarIT {
    private static final String OWN = "dev/asyncfn/processor/";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(System.getProperty("asyncfn.processor.jar"));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void holdsNoClassOfAnotherPackage() {
        assertThat(classes()).isNotEmpty().allMatch(name -> name.startsWith(OWN));
    }

    @Test
    void holdsEachLibraryRelocated() {
        assertThat(classes())
                .anyMatch(name -> name.startsWith(OWN + "shaded/javaparser/"))
                .anyMatch(name -> name.startsWith(OWN + "shaded/javapoet/"))
                .anyMatch(name -> name.startsWith(OWN + "shaded/asm/"));
    }

    @Test
    void refersToNoLibraryByItsOwnName() throws IOException {
        for (String name : classes()) {
            // Class names stand as plain text in a constant pool.
            assertThat(text(name, ISO_8859_1))
                    .as(name)
                    .doesNotContain("com/github/javaparser/", "com/palantir/javapoet/", "org/objectweb/asm/");
        }
    }

    @Test
    void declaresTheProcessorsThatItHolds() throws IOException {
        List<String> processors = text("META-INF/services/javax.annotation.processing.Processor", UTF_8)
                .lines()
                .toList();

        assertThat(processors).isNotEmpty();
        for (String processor : processors) {
            assertThat(classes()).contains(processor.replace('.', '/') + ".class");
        }
    }

    @Test
    void carriesItsLicenceAndThoseOfTheLibraries() throws IOException {
        assertThat(text("META-INF/LICENSE", UTF_8)).contains("Apache License");
        assertThat(text("META-INF/THIRD-PARTY-LICENSES", UTF_8)).contains("JavaParser", "JavaPoet", "ASM");
    }

    private List<String> classes() {
        return jar.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(".class"))
                .toList();
    }

    private String text(String name, Charset charset) throws IOException {
        try (var in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), charset);
        }
    }
}
