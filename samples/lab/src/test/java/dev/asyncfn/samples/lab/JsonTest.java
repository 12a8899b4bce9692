package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesValues() {
        assertThat(Json.of(Arrays.asList(1, true, null, "a", Map.of("k", List.of()), Map.of(), new Json.Raw("[2]"))))
                .isEqualTo("[1,true,null,\"a\",{\"k\":[]},{},[2]]");
    }

    @Test
    void escapesWhatJsonOrAPageWouldMisread() {
        assertThat(Json.of("\"\\\n\r\t\u0001</script>\u2028\ud800é"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001\\u003c/script>\\u2028\\ud800é\"");
    }

    @Test
    void refusesOtherThings() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.of(new Object()));
    }
}
