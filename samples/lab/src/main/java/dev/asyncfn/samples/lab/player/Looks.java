package dev.asyncfn.samples.lab.player;

import dev.asyncfn.Future;
import dev.asyncfn.StateMachine;
import dev.asyncfn.Traced;
import dev.asyncfn.test.ManualFuture;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import support.Later;

/** Looks at a future and those that it waits for. */
final class Looks {
    /** A deeper tree is cut. */
    private static final int DEEPEST = 40;

    private Looks() {}

    /** The tree, as JSON. */
    static Map<String, Object> at(Future<?> future) {
        return look(future, 1);
    }

    private static Map<String, Object> look(Future<?> future, int depth) {
        boolean generated = future instanceof StateMachine;
        String state = future instanceof Traced traced ? traced.state() : "";
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", nameOf(future, state, generated));
        json.put("type", generated ? future.getClass().getName() : null);
        json.put("state", generated ? state : afterName(state));
        json.put("waker", keepsWaker(future));
        json.put("fields", generated ? fields(future) : List.of());
        List<Map<String, Object>> children = new ArrayList<>();
        if (future instanceof Traced traced && depth < DEEPEST) {
            for (Future<?> child : traced.awaitedAll()) {
                children.add(look(child, depth + 1));
            }
        }
        json.put("children", children);
        return json;
    }

    private static String nameOf(Future<?> future, String state, boolean generated) {
        if (generated || state.isEmpty() || state.equals("DONE")) {
            Class<?> type = future.getClass();
            return type.isHidden() || type.isSynthetic() ? "lambda" : type.getSimpleName();
        }
        int comma = state.indexOf(", ");
        return comma < 0 ? state : state.substring(0, comma);
    }

    /** Futures of the runtime name themselves in their states. */
    private static String afterName(String state) {
        int comma = state.indexOf(", ");
        return comma < 0 ? "" : state.substring(comma + 2);
    }

    private static boolean keepsWaker(Future<?> future) {
        return future instanceof ManualFuture<?> leaf && leaf.holdsWaker()
                || future instanceof Later<?> later && later.holdsWaker();
    }

    /** The fields that hold something, with what they hold. */
    private static List<List<String>> fields(Future<?> future) {
        List<List<String>> fields = new ArrayList<>();
        for (Field field : future.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            try {
                field.setAccessible(true);
                Object value = field.get(future);
                if (value != null) {
                    fields.add(List.of(field.getName(), Words.ofValue(value)));
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e); // it is accessible
            }
        }
        return fields;
    }
}
