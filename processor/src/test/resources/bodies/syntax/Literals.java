package bodies.syntax;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

final class Literals {
    private Literals() {}

    @Case
    @AsyncFn
    static String numbers(Trace t) {
        int i = 0b1_0 + 0x7F_FF + 0_17 + 1_000 + await(t.leaf("max", 2147483647)) + -2147483648;
        long l = 0B11L + 0XCAFE_BABEl + -9223372036854775808L + await(t.leaf("min", -9223372036854775808L)) + 07L;
        double d = 0x1.8p1 + 0x.8P-3 + 1e1f + .5 + 1.d + 1f + await(t.leaf("d", 1E-3)) + 0x8p0f;
        int h = 0x80000000 + 037777777777 + 0b11111111111111111111111111111111;
        return i + " " + l + " " + d + " " + h + await(t.leaf("byte", (byte) -128)) + (char) (65 + 1);
    }

    @Case
    @AsyncFn
    static String characters(Trace t) {
        String s = "\0\12\377\u0041\\\b\t\n\f\r\s\"\'" + '\u005c'' + '\\' + '"' + '\'' + '\177';
        char c = await(t.leaf("c", '\uFFFF'));
        return s + (int) c + await(t.leaf("s", "\u0022 + \u0022x")) + "/* no comment */ // neither";
    }

    @Case
    @AsyncFn
    static String textBlocks(Trace t) {
        String block = """
            one "quoted" and \""" three
              indented \
            joined \s|
            \tescaped\u0041 \u005c\u005c""" + await(t.leaf("plain", "plain")) + """
            x""".length() + """
                last
              least
            """;
        String other = await(t.leaf("other", """
            // not a comment: await(t)
            /* nor this "" */
            """));
        return block + other.strip() + """
            %s""".formatted(await(t.leaf("formatted", 'f')));
    }
}
