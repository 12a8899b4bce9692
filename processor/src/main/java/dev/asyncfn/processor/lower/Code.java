package dev.asyncfn.processor.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Java text with holes: the user's own words, and between them what can only be printed when names, imports and the
 * places of variables are known.
 */
public record Code(List<Fragment> fragments) {
    public static final Code EMPTY = new Code(List.of());

    public Code {
        fragments = List.copyOf(fragments);
    }

    /** @param parts strings, fragments, codes or variables (read) */
    public static Code of(Object... parts) {
        return join(Arrays.asList(parts));
    }

    public static Code join(List<?> parts) {
        List<Fragment> fragments = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Code code) {
                fragments.addAll(code.fragments);
            } else if (part instanceof Variable variable) {
                fragments.add(new Fragment.Read(variable, false));
            } else if (part instanceof Fragment fragment) {
                fragments.add(fragment);
            } else {
                fragments.add(new Fragment.Text((String) part));
            }
        }
        return new Code(fragments);
    }

    public boolean isEmpty() {
        return fragments.isEmpty();
    }

    /** Every fragment, those inside others too. */
    public void forEach(Consumer<Fragment> action) {
        for (Fragment fragment : fragments) {
            action.accept(fragment);
            if (fragment instanceof Fragment.Return result && result.value() != null) {
                result.value().forEach(action);
            } else if (fragment instanceof Fragment.Rethrow rethrow) {
                rethrow.exception().forEach(action);
            } else if (fragment instanceof Fragment.GoOnDropping drop && drop.pending() != null) {
                action.accept(new Fragment.Read(drop.pending(), false));
            } else if (fragment instanceof Fragment.AnnotatedClass type) {
                type.annotations()
                        .forEach(annotation -> annotation.values().values().forEach(value -> value.forEach(action)));
            }
        }
    }
}
