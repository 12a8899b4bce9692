package dev.asyncfn.processor.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;

/** A container of generated programs that they know by a wildcard, so that what its methods give is a captured type. */
public final class Sink<T> {
    private static final int MOST = 4;

    private final Deque<T> values = new ArrayDeque<>();

    /** Puts a value in, if it is one, and gives the same sink. */
    public Sink<T> put(T value) {
        if (value != null && values.size() < MOST) {
            values.add(value);
        }
        return this;
    }

    public T first() {
        return values.peekFirst();
    }

    public int size() {
        return values.size();
    }

    /** Its type argument is captured, and then kept while the other argument is evaluated. */
    public static <T> Sink<T> keep(Sink<T> sink, int size) {
        while (sink.values.size() > (size & 3)) {
            sink.values.removeLast();
        }
        return sink;
    }

    public static <T> T firstOf(Sink<T> sink, Object any) {
        return sink.values.isEmpty() ? null : sink.values.getFirst();
    }

    public static Object firstOf(Object sink, Object any) {
        return "no sink";
    }

    /** What is chosen for what is known to be a class of something. */
    public static String kind(Class<?> type, int x) {
        return "class " + type.getSimpleName() + " " + x;
    }

    public static String kind(Object any, Integer x) {
        return "object " + x;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Sink");
        values.forEach(value -> text.append(' ').append(Observed.render(value)));
        return text.toString();
    }
}
