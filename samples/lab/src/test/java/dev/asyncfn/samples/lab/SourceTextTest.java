package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void aFileIsNamedAfterItsPublicType() {
        SourceText.File file = SourceText.of("package app;\nclass Helper {}\npublic final class Shop {}")
                .main();
        assertThat(file.binaryName()).isEqualTo("app.Shop");
        assertThat(file.path()).isEqualTo("app/Shop.java");
    }

    @Test
    void withoutOneItIsNamedAfterTheFirst() {
        assertThat(SourceText.of("final class A {}\nenum B {}").main().binaryName())
                .isEqualTo("A");
        assertThat(SourceText.of("sealed interface I {}").main().binaryName()).isEqualTo("I");
        assertThat(SourceText.of("int x;").main().binaryName()).isEqualTo("Untitled");
    }

    @Test
    void linesBeginFilesAndTheLinesBeforeThemAreCounted() {
        SourceText text = SourceText.of("// file: A.java\nclass A {}\n// file: B.java\nclass B {}\n");
        assertThat(text.files()).extracting(SourceText.File::name).containsExactly("A", "B");
        assertThat(text.offsets()).containsEntry("A.java", 1).containsEntry("B.java", 3);
        assertThat(text.files().get(1).text()).isEqualTo("class B {}\n");
    }

    @Test
    void theFileWithMainIsThePlayedOne() {
        SourceText text = SourceText.of(
                "// file: A.java\nclass A {}\n// file: B.java\nclass B { static void main(String[] a) {} }");
        assertThat(text.main().name()).isEqualTo("B");
        assertThat(SourceText.of("class A {}\n").main().name()).isEqualTo("A");
    }

    @Test
    void anEmptyEditorHasNoFile() {
        assertThat(SourceText.of("  \n").files()).isEmpty();
        assertThat(SourceText.of("  \n").main()).isNull();
    }
}
