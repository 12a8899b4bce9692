package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.asyncfn.processor.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Snippets: formats are those of JavaPoet, which finds the names in them. */
class SnippetTest {
    private static String print(Snippet body) {
        Bodies bodies = new Bodies();
        MethodSpec method =
                MethodSpec.methodBuilder("m").addCode(bodies.insert(body)).build();
        JavaFile file = JavaFile.builder(
                        "p", TypeSpec.classBuilder("C").addMethod(method).build())
                .addStaticImport(Map.class, "entry")
                .build();
        return SourcePrinter.print(file.toString(), bodies, new SourceFile("F.java", ""))
                .text();
    }

    @Test
    void aTypeGetsTheNameThatItHasInTheFile() {
        assertThat(print(Snippet.of("$T a = new $T();\n", List.class, ArrayList.class)))
                .contains("import java.util.ArrayList;\nimport java.util.List;\n")
                .contains("    List a = new ArrayList();\n");
    }

    @Test
    void twoTypesOfOneNameAreToldApart() {
        assertThat(print(Snippet.of("$T a; $T b;\n", ClassName.get("q", "Date"), ClassName.get("r", "Date"))))
                .contains("Date a; r.Date b;");
    }

    @Test
    void anImportedMemberNeedsNoClass() {
        assertThat(print(Snippet.of("$L(1, 2);\n", Snippet.member(ClassName.get(Map.class), "entry"))))
                .contains("    entry(1, 2);\n");
    }

    @Test
    void argumentsMayBeNumbered() {
        assertThat(print(Snippet.of("$2L = $1L; $2L++;\n", "1", "i"))).contains("i = 1; i++;");
    }

    @Test
    void aDollarIsWrittenTwice() {
        assertThat(print(Snippet.of("a$$b;\n"))).contains("a$b;");
    }

    @Test
    void anUnknownDirectiveIsAnError() {
        assertThatThrownBy(() -> Snippet.of("$X")).hasMessageContaining("$X");
    }
}
