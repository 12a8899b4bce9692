package dev.asyncfn.processor.options;

import dev.asyncfn.processor.diag.Problem;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the user chose for each {@link Option}. Immutable. */
public final class Options {
    private final Map<Option, String> chosen;

    private Options(Map<Option, String> chosen) {
        this.chosen = chosen;
    }

    /**
     * Reads the options of a compilation; those of other processors are left alone.
     *
     * @param given as in {@code ProcessingEnvironment.getOptions}
     * @param errors gets a message for each option or value that does not exist; the default is taken instead
     */
    public static Options read(Map<String, String> given, Consumer<String> errors) {
        Map<Option, String> chosen = new EnumMap<>(Option.class);
        new TreeMap<>(given).forEach((key, text) -> {
            String value = text == null ? "" : text; // given as -Akey
            Optional<Option> option = Option.of(key);
            if (option.isPresent() && option.get().allowed().contains(value)) {
                chosen.put(option.get(), value);
            } else if (option.isPresent()) {
                String values = String.join(", ", option.get().allowed());
                errors.accept(Problem.BAD_OPTION_VALUE.message(key, value, values));
            } else if (key.startsWith(Option.PREFIX)) {
                errors.accept(Problem.UNKNOWN_OPTION.message(key, keys()));
            }
        });
        return new Options(chosen);
    }

    private static String keys() {
        return Arrays.stream(Option.values()).map(Option::key).collect(Collectors.joining(", "));
    }

    /** The value given for an option, or its default. */
    public String get(Option option) {
        return chosen.getOrDefault(option, option.allowed().get(0));
    }

    /** Whether {@link Option#EXPLICIT_AWAIT} is {@code warn}. */
    public boolean warnsOfImplicitAwait() {
        return get(Option.EXPLICIT_AWAIT).equals("warn");
    }

    /** Whether {@link Option#MAP} is {@code true}. */
    public boolean writesMap() {
        return get(Option.MAP).equals("true");
    }

    /** Whether {@link Option#EXPLORER} is {@code true}. */
    public boolean writesExplorer() {
        return get(Option.EXPLORER).equals("true");
    }

    /** Whether {@link Option#DEBUG} is {@code source}. */
    public boolean debugsSource() {
        return get(Option.DEBUG).equals("source");
    }

    /** Whether {@link Option#NATIVE_IMAGE} is {@code true}. */
    public boolean writesReachability() {
        return get(Option.NATIVE_IMAGE).equals("true");
    }
}
