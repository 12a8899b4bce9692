package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Variables whose types nobody can write, raw types, inner classes of generic ones, and annotated types. */
final class LubShapes {
    static final Map<String, String> MEMBERS = Map.of("Shelf<", """
            static class Shelf<T> {
                T first;

                Shelf(T first) {
                    this.first = first;
                }

                class Item {
                    T kept;
                    int count;

                    Item(T kept, int count) {
                        this.kept = kept;
                        this.count = count;
                    }

                    <S> Shelf<S>.Item with(S other) {
                        return new Shelf<S>(other).new Item(other, count + 1);
                    }
                }

                Item item(int count) {
                    return new Item(first, count);
                }
            }""", "Marked", """
            @java.lang.annotation.Target({
                java.lang.annotation.ElementType.TYPE_USE,
                java.lang.annotation.ElementType.LOCAL_VARIABLE,
                java.lang.annotation.ElementType.PARAMETER
            })
            @interface Marked {
                int value() default 0;
            }""", "joined(", """
            @SafeVarargs
            static <T> String joined(Run r, java.util.List<? extends T>... lists) {
                return r.v("joined", java.util.Arrays.asList(lists).toString());
            }""");

    static final List<String> PLAIN = List.of(
            """
            var $x = %BOOLEAN ? new java.util.ArrayList<Integer>() : new java.util.LinkedList<Integer>();
            $x.add(%INT);
            r.v(%event, %INT);
            $x.add(%INT);
            for (var $y : $x) {
                if (!r.fuel()) break;
                r.v(%event, $y + %INT);
            }
            r.v(%event, $x);""",
            """
            var $x = %BOOLEAN ? java.util.List.of(%INT) : java.util.Set.of(%INT);
            r.v(%event, $x.size() + %INT);
            r.v(%event, $x.iterator().next() + %INT);
            for (int $y : $x) {
                if (!r.fuel()) break;
                r.v(%event, $y + %INT);
            }""",
            """
            var $a = %BOOLEAN ? new Integer[] {%INT} : new String[] {%STRING};
            r.v(%event, %INT);
            r.v(%event, $a[0]);
            for (var $y : $a) {
                if (!r.fuel()) break;
                r.v(%event, %INT);
                r.v(%event, $y.hashCode());
            }""",
            """
            for (var $x : %BOOLEAN ? java.util.List.of(%INT) : java.util.List.of(%STRING)) {
                if (!r.fuel()) break;
                r.v(%event, %INT);
                r.v(%event, $x);
                var $y = $x;
                r.v(%event, %INT);
                r.keep($q -> $y.hashCode());
            }""",
            """
            var $x = %BOOLEAN ? %COLOR : %STRING;
            Runnable $f = () -> r.v("run", $x);
            r.v(%event, %INT);
            $f.run();
            r.v(%event, $x instanceof Comparable ? %INT : %INT);""",
            """
            var $l = java.util.Arrays.asList(%INT, %STRING, 'c');
            var $x = $l.get(%at);
            r.v(%event, %INT);
            r.v(%event, $l.indexOf($x) + %INT);
            var $m = java.util.Map.of(%INT, java.util.List.of(%STRING, 1));
            r.v(%event, %INT);
            $m.forEach(($k, $w) -> r.v("entry", $k + $w.size() + %>INT));
            r.v(%event, $m);""",
            """
            java.util.List $l = new java.util.ArrayList();
            $l.add(%INT);
            $l.add(%STRING);
            for (Object $o : $l) {
                if (!r.fuel()) break;
                r.v(%event, %INT);
                r.v(%event, $o);
            }
            Comparable $c = %INT;
            r.v(%event, $c.compareTo(%INT) + %INT);
            java.util.List<Integer> $i = $l;
            r.v(%event, $i.size() + %INT);""",
            """
            java.util.List<?>[] $a = {java.util.List.of(%INT), java.util.List.of(%STRING, %CHAR)};
            r.v(%event, $a[%at].size() + %INT);
            var $x = $a[%at].get(0);
            r.v(%event, %INT);
            r.v(%event, $x);
            Class<?>[] $c = {%CLASS, int.class, String[].class};
            r.v(%event, $c[%at] == %CLASS);""",
            """
            $P.Shelf<String>.Item $i = new $P.Shelf<String>(%STRING).new Item(%STRING, %INT);
            r.v(%event, $i.kept + %INT);
            $i.kept += %INT;
            $i.count += %INT;
            var $j = $i.with(%INT);
            r.v(%event, %INT);
            r.v(%event, ($j.kept += %INT) + $j.count);
            $P.Shelf<Integer>.Item $k = new $P.Shelf<>(%INT).item(%INT);
            r.v(%event, $k.kept++ + %INT);""",
            """
            $P.Shelf<? extends Number> $s = %BOOLEAN ? new $P.Shelf<Integer>(%INT) : new $P.Shelf<Long>(%LONG);
            var $i = $s.item(%INT);
            r.v(%event, %INT);
            r.v(%event, $i.kept.intValue() + %INT);
            r.v(%event, $s.first.longValue());""",
            """
            @$P.Marked String $s = %STRING;
            int @$P.Marked [] @$P.Marked(1) [] $a = {{%INT}, {%INT, 2}};
            java.util.List<@$P.Marked String> $l = java.util.List.of(%STRING);
            java.util.@$P.Marked List<? extends @$P.Marked Object> $m = $l;
            final @$P.Marked(2) @Deprecated int $x = %INT;
            r.v(%event, $s + $a[%at][0] + $l.get(0) + $m.size() + $x + %INT);
            r.v(%event, (@$P.Marked String) (Object) %STRING);
            r.v(%event, new @$P.Marked Box(%INT).number);
            for (@$P.Marked int $y : %INTS) {
                if (!r.fuel()) break;
                r.v(%event, $y + %INT);
            }
            Function $f = (@$P.Marked int $p) -> $p + %>INT;
            r.v(%event, $f.at(%INT));""",
            """
            Object $o = %OBJECT;
            if ($o instanceof @$P.Marked String $s) {
                r.v(%event, %INT);
                r.v(%event, $s);
            }
            r.v(%event, $o instanceof @$P.Marked Integer $i && $i > %INT);""",
            """
            r.v(%event, $P.joined(r, java.util.List.of(%INT), java.util.List.of(%STRING)) + %INT);
            r.v(%event, $P.<Object>joined(r, java.util.List.of(%STRING), $P.array(%INT, 'c').length == 2 ? java.util.List.of(1) : java.util.List.of()));""",
            """
            class $Node {
                record Inner(int kept) {}
                enum Kind { ONE, TWO }
                interface Op { int at(int given); }
                static Op op(int given) { return other -> other + given; }
                Inner inner(int given) { return new Inner(given + %!INT); }
            }
            $Node.Inner $i = new $Node().inner(%INT);
            $Node.Kind $k = $Node.Kind.values()[%at];
            $Node.Op $f = $Node.op(%INT);
            r.v(%event, $i.kept() + $f.at(%INT));
            switch ($k) {
                case ONE -> r.v(%event, %INT);
                case TWO -> r.v(%event, $i);
            }
            $f = $Node.op(3);
            r.v(%event, $f.at(%INT) + %INT);""",
            """
            class $Node {
                final int kept;
                $Node(int given) { kept = given; }
                int sum($Node... others) {
                    int sum = kept;
                    for ($Node other : others) sum += other.kept;
                    return sum;
                }
            }
            $Node[][] $a = {{new $Node(%INT), null}, {new $Node(%INT)}};
            java.util.function.IntFunction<$Node[]> $f = $Node[]::new;
            r.v(%event, $f.apply(%INT & 3).length + $a[%at][0].kept);
            $a[0][1] = new $Node(%INT);
            r.v(%event, $a[0][0].sum($a[0]) + %INT);
            java.util.Map<String, java.util.List<$Node>> $m = java.util.Map.of(%STRING, java.util.List.of($a[%at]));
            r.v(%event, %INT);
            r.v(%event, $m.values().iterator().next().get(0).kept);""",
            """
            class $Above { int kept = %!INT; int at(int given) { return kept + given; } }
            int $k = %INT;
            class $Below extends $Above {
                @Override int at(int given) { return super.at(given) + $k; }
                class Within extends $Below { @Override int at(int given) { return $Below.this.at(given) + super.at(given) + kept; } }
            }
            $Above $a = new $Below() { @Override int at(int given) { return super.at(given) * 2 + $k; } };
            r.v(%event, $a.at(%INT) + %INT);
            $Below.Within $w = new $Below().new Within();
            r.v(%event, %INT);
            r.v(%event, $w.at(%INT));""",
            """
            (%BOOLEAN ? %INTS : %INTS)[%at] += %INT;
            r.v(%event, (%BOOLEAN ? %BOX : %BOX).number += %INT);
            (%BOOLEAN ? %GRID : %GRID)[%at][%at]++;
            Object $o = %INTS;
            ((int[]) $o)[%at] <<= %INT;
            r.v(%event, ((int[]) $o)[%at]-- + %INT);
            new int[] {%INT, %INT}[%at] += %INT;
            r.v(%event, %BOX.put(%INT, new Box(%INT)).next.items[%at] += %INT);
            r.v(%event, $o);""",
            """
            final int $k = 3;
            final byte $b = (byte) 300;
            final String $s = "a" + $k + 'c' + true + 2.0 + $b;
            final long $l = $k << 3L;
            r.v(%event, %INT);
            r.v(%event, $l + %INT);
            switch (%STRING) { case $s -> r.v(%event, %INT); default -> r.v(%event, $s == "a3ctrue2.044"); }""",
            SwitchShapes.SINCE_21 + """
            final int $k = 3;
            final byte $b = (byte) 300;
            r.v(%event, %INT);
            Runnable $f = () -> {
                switch (%>INT) {
                    case $k: r.v("three", %>STRING); break;
                    case $b + 1: r.v("byte", $b);
                    default: byte narrow = $k; r.v("other", narrow);
                }
            };
            $f.run();
            r.v(%event, new Object() { byte at(int given) { switch (given) { case $k: return $k; default: return $b; } } }.at(%INT));""",
            """
            final int $x;
            boolean $b = ($x = %INT) > 0 && $x < %INT;
            final int $y, $z;
            { $y = %INT; r.v(%event, %INT); }
            switch (%INT) { case 0 -> $z = 1; case 1 -> { $z = %INT; } default -> $z = $y; }
            class $Node { int at() { return $x + $y + $z; } }
            r.v(%event, new $Node().at() + %INT);
            r.v(%event, $b);""");

    static final List<String> GUARDED = List.of("""
            final int $x;
            int $y;
            try {
                $x = %INT;
                $y = $x + %INT;
            } finally {
                r.v(%event, %INT);
            }
            Runnable $f = () -> r.v("run", $x);
            $f.run();
            r.v(%event, $y + %INT);""", """
            try (@$P.Marked Resource $x = r.open(%event)) {
                r.enter(%n);
                class $Closing { String at() { return $x + "" + %!INT; } }
                r.v(%event, %INT);
                r.v(%event, new $Closing().at());
                r.fails(%BOOLEAN);
            } catch (@SuppressWarnings("unused") final Boom $e) {
                r.caught(%n, $e);
                class $Catching { String at() { return $e.getMessage(); } }
                r.v(%event, %INT);
                r.v(%event, new $Catching().at());
            }""");

    private LubShapes() {}
}
