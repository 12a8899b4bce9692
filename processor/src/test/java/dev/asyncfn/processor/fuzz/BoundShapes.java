package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Generic code with bounds of several types: intersections, generic constructors, explicit type arguments, captured wildcards. */
final class BoundShapes {
    static final Map<String, String> MEMBERS = Map.of(
            "larger(",
            """
            static <T extends Comparable<? super T> & java.io.Serializable> T larger(Run r, T one, T other) {
                T larger = one.compareTo(other) < 0 ? other : one;
                return r.<T>v("larger", larger);
            }""",
            "Generic(",
            """
            static class Generic {
                final String kept;

                <T extends Comparable<T>> Generic(Run r, T one, T other) {
                    kept = r.v("generic", one.compareTo(other) + "");
                }

                <T> T given(T one) {
                    return one;
                }
            }""",
            "rotate(",
            """
            static <T> int rotate(java.util.List<T> list) {
                list.add(list.remove(0));
                return list.size();
            }""",
            "most(",
            """
            @AsyncFn
            static <T extends Number & Comparable<? super T>> T most(Run r, T one, T other) {
                var larger = await(r.leaf("most", one)).compareTo(other) > 0 ? one : other;
                r.v("more", larger.intValue() + await(r.leaf("other", other.intValue())));
                return larger;
            }""",
            "filled(",
            """
            @AsyncFn
            static <T, C extends java.util.Collection<? super T>> C filled(Run r, C into, T one, java.util.List<? extends T> others) {
                into.add(await(r.leaf("one", one)));
                for (T other : others) {
                    into.add(await(r.leaf("other", other)));
                }
                return into;
            }""",
            "wanted(",
            """
            static String kind(Run r, Object given) {
                return r.v("object", "O");
            }

            static String kind(Run r, String given) {
                return r.v("text", given);
            }

            static String kind(Run r, Integer given) {
                return r.v("number", given + "");
            }

            static <T> java.util.List<T> listed(T one, java.util.function.Function<? super T, String> shown) {
                return shown.apply(one).isEmpty() ? new java.util.ArrayList<>() : new java.util.ArrayList<>(java.util.List.of(one));
            }

            @AsyncFn
            static String wanted(Run r, String text, Integer number) {
                java.util.List<Object> texts = await(r.stage("texts", listed(text, x -> kind(r, x))));
                java.util.List<? super Integer> numbers = await(r.stage("numbers", $P.<Number>listed(number, x -> kind(r, x))));
                java.util.List<Number> array = await(r.stage("array", java.util.Arrays.asList(number)));
                array.set(0, 2.5);
                return texts.size() + kind(r, numbers.size()) + array;
            }""",
            "parsed(",
            """
            static <E extends Enum<E>> E parsed(Class<E> type, int at) {
                return type.getEnumConstants()[at];
            }""");

    static final List<String> PLAIN = List.of(
            """
            r.v(%event, $P.wanted(r, %STRING, %INT) + %INT);
            java.util.List<Object> $l = $P.listed(%STRING, $q -> $P.kind(r, $q));
            r.v(%event, %INT);
            r.v(%event, $l);
            $l = $P.listed(%INT, $w -> $P.kind(r, $w));
            r.v(%event, $l.size() + %INT);""", """
            r.v(%event, $P.larger(r, %INT, %INT) + %INT);
            r.v(%event, $P.<Integer>larger(r, %INT, 3));
            r.v(%event, $P.larger(r, %STRING, %STRING).length() + %INT);""", """
            var $x = %BOOLEAN ? (Integer) %INT : %STRING;
            r.v(%event, %INT);
            r.v(%event, $x);
            r.v(%event, $x.hashCode());""", """
            var $l = java.util.List.of(%INT, %STRING);
            r.v(%event, %INT);
            for (var $x : $l) {
                if (!r.fuel()) break;
                r.v(%event, %INT);
                r.v(%event, $x.equals(%OBJECT));
            }
            var $y = $l.get(%at);
            r.v(%event, %INT);
            r.v(%event, $y);""", """
            r.v(%event, new $P.Generic(r, %INT, %INT).kept + %INT);
            r.v(%event, new <String>$P.Generic(r, %STRING, %STRING).<Integer>given(%INT) + %INT);""", """
            Runnable $f = (Runnable & java.io.Serializable) () -> r.log(%event);
            $f.run();
            r.v(%event, %INT);
            r.v(%event, $f instanceof java.io.Serializable);
            r.v(%event, ((Function & java.io.Serializable) $q -> $q + %>INT).at(%INT) + %INT);""", """
            var $g = (Runnable & java.io.Serializable) () -> r.log(%event);
            r.v(%event, %INT);
            $g.run();
            java.io.Serializable $s = $g;
            r.v(%event, $s == $g);""", """
            r.v(%event, ((java.io.Serializable & CharSequence) %STRING).length() + %INT);
            var $c = (Comparable<String> & CharSequence) %STRING;
            r.v(%event, %INT);
            r.v(%event, $c.compareTo(%STRING) + $c.length());""", """
            Function $f = (Function & java.io.Serializable) %BOX::plus;
            r.v(%event, $f.at(%INT) + %INT);""", """
            r.v(%event, java.util.Optional.<Integer>ofNullable(%INTEGER).<String>map($q -> "m" + $q).orElse(%STRING));
            r.v(%event, java.util.Collections.<Integer>singletonList(%INT).get(0) + %INT);
            r.v(%event, java.util.Map.<String, Integer>entry(%STRING, %INT).getValue() + %INT);""", """
            java.util.List<? super Integer> $l = new java.util.ArrayList<Number>();
            $l.add(%INT);
            Object $o = $l.get(0);
            $l.add(%INT);
            r.v(%event, $l.size() + %INT);
            r.v(%event, $o);""", """
            java.util.Map<? extends Number, ? super String> $m = new java.util.HashMap<Integer, Object>(java.util.Map.of(%INT, %STRING));
            for (var $e : $m.entrySet()) {
                if (!r.fuel()) break;
                r.v(%event, $e.getKey().intValue() + %INT);
                r.v(%event, $e.getValue());
            }
            var $k = $m.keySet().iterator().next();
            r.v(%event, %INT);
            r.v(%event, $k.intValue());""", """
            java.util.function.Function<? super Integer, ? extends Number> $f = $q -> $q + 1;
            r.v(%event, $f.apply(%INT).intValue() + %INT);
            var $n = $f.apply(%INT);
            r.v(%event, %INT);
            r.v(%event, $n.longValue());""", """
            java.util.List<?> $l = new java.util.ArrayList<>(java.util.List.of(%INT, %STRING));
            r.v(%event, $P.rotate($l) + %INT);
            r.v(%event, %BOOLEAN ? $l.get(0) : $P.rotate($l));
            for (Object $o : $l) {
                if (!r.fuel()) break;
                r.v(%event, %INT);
                r.v(%event, $o);
            }""", """
            Class<? extends Number> $c = %INTEGER.getClass();
            r.v(%event, %INT);
            r.v(%event, $c.getSimpleName());
            r.v(%event, $c.isInstance(%OBJECT));""", """
            r.v(%event, $P.parsed(Color.class, %at).ordinal() + %INT);
            r.v(%event, Enum.valueOf(Color.class, "RED").compareTo(%COLOR) + %INT);
            java.util.EnumMap<Color, Integer> $m = new java.util.EnumMap<>(Color.class);
            $m.put(%COLOR, %INT);
            $m.merge(%COLOR, %INT, Integer::sum);
            r.v(%event, $m);""", """
            r.v(%event, $P.most(r, %INT, %INT) + 1);
            r.v(%event, $P.<Integer>most(r, %INT, 2).compareTo(%INT));
            var $m = $P.most(r, %LONG, 1L);
            r.v(%event, %INT);
            r.v(%event, $m.longValue());""", """
            var $l = $P.filled(r, new java.util.ArrayList<Number>(), %INT, java.util.List.of(%INT));
            r.v(%event, %INT);
            r.v(%event, $l);
            $l.add(%LONG);
            r.v(%event, $P.<Integer, java.util.Set<Object>>filled(r, new java.util.TreeSet<>(), 1, java.util.List.of()).size());""", """
            java.util.Comparator<? super Integer> $c = java.util.Comparator.<Integer>naturalOrder().reversed();
            r.v(%event, $c.compare(%INT, %INT) + %INT);
            java.util.List<Integer> $l = new java.util.ArrayList<>(java.util.List.of(%INT, 2, %INT));
            $l.sort($c);
            r.v(%event, $l);""", """
            Comparable<String>[] $a = new String[] {%STRING, %STRING};
            r.v(%event, $a[%at].compareTo(%STRING) + %INT);
            CharSequence $s = %STRING;
            $s += r.cut(%STRING);
            r.v(%event, $s.length() + %INT);""", """
            var $p = new Object() { final java.util.List<? extends Comparable<?>> kept = java.util.List.of(%!INT, %!STRING); };
            r.v(%event, $p.kept.get(%at));
            var $q = $p.kept.get(0);
            r.v(%event, %INT);
            r.v(%event, $q);""");

    private BoundShapes() {}
}
