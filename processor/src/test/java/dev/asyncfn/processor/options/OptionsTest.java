package dev.asyncfn.processor.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private final List<String> errors = new ArrayList<>();

    private Options read(Map<String, String> given) {
        return Options.read(given, errors::add);
    }

    @Test
    void implicitAwaitsAreNotWarnedOfByDefault() {
        assertThat(read(Map.of()).warnsOfImplicitAwait()).isFalse();
        assertThat(errors).isEmpty();
    }

    @Test
    void explicitAwaitCanBeAskedFor() {
        assertThat(read(Map.of("asyncfn.explicitAwait", "warn")).warnsOfImplicitAwait())
                .isTrue();
        assertThat(errors).isEmpty();
    }

    @Test
    void optionsOfOtherProcessorsAreLeftAlone() {
        read(Map.of("dagger.fastInit", "enabled", "asyncfnx", "1"));
        assertThat(errors).isEmpty();
    }

    @Test
    void unknownOptionIsAnErrorThatNamesTheOptions() {
        read(Map.of("asyncfn.explicitAwiat", "warn"));
        assertThat(errors)
                .containsExactly("[asyncfn:unknown_option] there is no option `asyncfn.explicitAwiat`; "
                        + "the options of asyncfn are: asyncfn.explicitAwait, asyncfn.map, asyncfn.explorer, "
                        + "asyncfn.debug, asyncfn.nativeImage");
    }

    @Test
    void badValueIsAnErrorAndTheDefaultIsTaken() {
        assertThat(read(Map.of("asyncfn.explicitAwait", "on")).get(Option.EXPLICIT_AWAIT))
                .isEqualTo("off");
        assertThat(errors)
                .containsExactly("[asyncfn:bad_option_value] the option `asyncfn.explicitAwait` cannot be `on`; "
                        + "write one of: off, warn");
    }

    @Test
    void optionWithoutValueIsAnError() {
        Map<String, String> given = new HashMap<>();
        given.put("asyncfn.explicitAwait", null);
        read(given);
        assertThat(errors).hasSize(1);
    }

    @Test
    void errorsComeInTheOrderOfTheKeys() {
        Map<String, String> given = new HashMap<>();
        List.of("d", "b", "a", "c").forEach(key -> given.put("asyncfn." + key, ""));
        read(given);
        assertThat(errors)
                .extracting(e -> e.substring(e.indexOf('`') + 1, e.lastIndexOf('`')))
                .containsExactly("asyncfn.a", "asyncfn.b", "asyncfn.c", "asyncfn.d");
    }
}
