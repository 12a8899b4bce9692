package dev.asyncfn.processor.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @Test
    void membersAndElementsAreSeparated() {
        Json json = new Json().object(j -> {
            j.name("a").value(1);
            j.name("b").array(b -> b.value(true).value("x").object(o -> {}));
            j.name("c").value("");
        });
        assertThat(json).hasToString("{\"a\":1,\"b\":[true,\"x\",{}],\"c\":\"\"}");
    }

    @Test
    void aLineBreakStandsBehindTheComma() {
        assertThat(new Json().array(j -> j.line().value(1).line().value(2))).hasToString("[\n1,\n2]");
    }

    @ParameterizedTest
    @CsvSource({
        "22,   \\\"",
        "5C,   \\\\",
        "0A,   \\n",
        "0D,   \\r",
        "09,   \\t",
        "00,   \\u0000",
        "1F,   \\u001f",
        "2028, \\u2028",
        "2029, \\u2029",
        "D83D, \\ud83d",
        "DE00, \\ude00",
        "7F,   \u007f",
        "E9,   é"
    })
    void whatCannotStandInAStringIsEscaped(String code, String written) {
        String text = String.valueOf((char) Integer.parseInt(code, 16));
        assertThat(new Json().value(text)).hasToString("\"" + written + "\"");
    }

    @Test
    void aPairOfSurrogatesIsOneCharacter() {
        assertThat(new Json().value("\uD83D\uDE00")).hasToString("\"\uD83D\uDE00\"");
        assertThat(new Json().value("\uDE00\uD83D")).hasToString("\"\\ude00\\ud83d\"");
    }
}
