package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeSizeTest {
    @Test
    void growsWithEveryStatement() {
        String statement = "n = n * 3 + next(n);\n";
        int one = CodeSize.of(statement);
        assertThat(one).isPositive();
        assertThat(CodeSize.of(statement.repeat(7))).isEqualTo(7 * one);
    }

    @Test
    void commentsCostNothing() {
        assertThat(CodeSize.of("// a = b + c();\n/* d = e;\n f(); */")).isZero();
    }

    @Test
    void whatLooksLikeCodeInALiteralIsOneConstant() {
        int constant = CodeSize.of("\"x\"");
        assertThat(CodeSize.of("\"a = b(); // \\\" c();\"")).isEqualTo(constant);
        assertThat(CodeSize.of("\"\"\"\n a = b();\n \"c\" d();\n\"\"\"")).isEqualTo(constant);
        assertThat(CodeSize.of("'\"' '\\'' '\\\\'")).isEqualTo(3 * constant);
    }

    @Test
    void aLongLiteralNeedsNoLargeStack() {
        int constant = CodeSize.of("\"x\"");
        assertThat(CodeSize.of('"' + "\\n".repeat(100_000) + '"')).isEqualTo(constant);
        assertThat(CodeSize.of('"' + "x".repeat(100_000) + '"')).isEqualTo(constant);
    }

    @Test
    void labelsOfStringsAreCompared() {
        assertThat(CodeSize.of("case \"a\":")).isGreaterThan(CodeSize.of("case 1:") + 10);
    }

    @Test
    void sizesAddUpAlongTheText() {
        String code = "int a = f(1); b = 2;";
        int[] sizes = CodeSize.upTo(code);
        assertThat(sizes[code.length()]).isEqualTo(CodeSize.of(code));
        assertThat(sizes[code.indexOf(';') + 1]).isEqualTo(CodeSize.of("int a = f(1);"));
    }
}
