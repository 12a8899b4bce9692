package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Classes inside classes and bodies: inner, local and anonymous ones with members of their own, local enums, interfaces and records. */
final class ClassShapes {
    static final Map<String, String> MEMBERS = Map.of(".framed(r, ", """
            interface Framed {
                int at();

                default int text() {
                    return at() * 31;
                }

                @AsyncFn
                default int framed(Run r, int given) {
                    Framed inner = new Framed() {
                        @Override
                        public int at() {
                            return given + Framed.this.at();
                        }

                        @Override
                        public int text() {
                            return Framed.super.text() + 1;
                        }
                    };
                    return await(r.leaf("framed", inner.text())) + inner.text();
                }

                record Boxed(int at) implements Framed {
                    @Override
                    public int text() {
                        return 7;
                    }

                    @AsyncFn
                    @Override
                    public int framed(Run r, int given) {
                        return await(Framed.super.framed(r, given)) + Framed.super.text();
                    }
                }
            }""", "new Hold(", """
            class Hold {
                int kept;

                Hold(int kept) {
                    this.kept = kept;
                }

                Deep deep(int given) {
                    return new Deep(given);
                }

                class Deep {
                    final int more;

                    Deep(int more) {
                        this.more = more;
                        kept += more;
                    }

                    int sum() {
                        return kept * 31 + more + total;
                    }
                }
            }""");

    static final List<String> PLAIN = List.of(
            """
            r.v(%event, await(new $P.Framed.Boxed(%INT).framed(r, %INT)) + %INT);""",
            """
            $P $o = new $P();
            $P.Hold $i = $o.new Hold(%INT);
            $P.Hold.Deep $d = $i.new Deep(%INT);
            $i.kept += %INT;
            r.v(%event, $d.sum() + $i.kept + %INT);""",
            """
            r.v(%event, new $P().new Hold(%INT).new Deep(%INT).sum() + %INT);""",
            """
            $P $o = new $P();
            $P.Hold.Deep $d = $o.new Hold(%INT) {
                final int extra = %!INT;
                @Override Deep deep(int given) { return super.deep(given + extra); }
            }.deep(%INT);
            r.v(%event, $d.sum() + %INT);""",
            """
            var $o = new $P().new Hold(%INT) {
                int extra = %!INT;
                int both() { return kept++ + extra; }
            };
            r.v(%event, %INT);
            r.v(%event, $o.both() + %INT);""",
            """
            int $k = %INT;
            final int $c = %INT;
            class $Node {
                int kept = %!INT;
                final int[] more = {$c, %!INT};
                { kept += $c; r.log(%event); }
                $Node(int given) { kept += given + $k; }
                $Node next() { return new $Node(kept + 1); }
                int sum() { return kept + more[0] + $k; }
            }
            $Node $n = new $Node(%INT);
            r.v(%event, $n.next().sum());
            $n.kept += %INT;
            $n.more[%at] *= %INT;
            r.v(%event, $n.next().kept + %INT);""",
            """
            final String $s = %STRING;
            class $Node {
                final String kept;
                $Node(String given) { kept = given + $s; }
                String shown() { return kept; }
            }
            class $Leaf extends $Node {
                $Leaf(int given) { super("" + given); }
                @Override String shown() { return super.shown() + %!INT; }
            }
            $Node $n = new $Leaf(%INT);
            r.v(%event, %INT);
            r.v(%event, $n.shown() + %INT);""",
            """
            class $Cellar<T extends Comparable<T>> {
                T kept;
                $Cellar(T given) { kept = given; }
                boolean less(T other) { return kept.compareTo(other) < 0; }
            }
            $Cellar<Integer> $c = new $Cellar<>(%INT);
            $c.kept += %INT;
            $c.kept++;
            r.v(%event, $c.less(%INT));
            var $d = new $Cellar<>(%STRING);
            r.v(%event, $d.less(%STRING) ? $d.kept : %STRING);""",
            """
            enum $Kind {
                ONE,
                TWO { @Override int at(int given) { return given * 2; } };
                int at(int given) { return given + 1; }
            }
            $Kind $k = $Kind.values()[%at];
            r.v(%event, $k.at(%INT));
            switch ($k) {
                case ONE -> { %some r.v(%event, %INT); }
                case TWO -> { %some }
            }
            r.v(%event, $Kind.valueOf("ONE") == $k);
            r.v(%event, $k.ordinal() + %INT);""",
            """
            interface $Op {
                int apply(int given);
                default int twice(int given) { return apply(apply(given)); }
                static $Op of(int other) { return given -> given + other; }
            }
            int $k = %INT;
            $Op $f = $y -> $y + %>INT;
            r.v(%event, $f.twice(%INT));
            $f = $Op.of(%INT);
            r.v(%event, $f.apply(%INT) + %INT);
            $f = new $Op() {
                int calls = $k;
                @Override public int apply(int given) { return given + calls++; }
            };
            r.v(%event, $f.twice(%INT));
            r.v(%event, $f.apply(%INT));""",
            """
            record $Point(int one, int two) {
                $Point { if (one < 0) one = -one; }
                $Point(int one) { this(one, 7); }
                int sum() { return one + two; }
                static $Point of(Run r, int given) { r.log("of"); return new $Point(given); }
            }
            $Point $p = new $Point(%INT, %INT);
            r.v(%event, $p.sum() + %INT);
            $p = $Point.of(r, %INT);
            r.v(%event, $p);
            r.v(%event, $p.equals(new $Point(%INT)));""",
            """
            record $Both<A, B>(A one, B two) {
                <C> $Both<A, C> with(C given) { return new $Both<>(one, given); }
            }
            var $b = new $Both<>(%INT, %STRING);
            r.v(%event, $b.one() + %INT);
            $Both<Integer, Character> $c = $b.with(%CHAR);
            char $d = $c.two();
            $d += $c.one();
            r.v(%event, $d);
            r.v(%event, $b.with(%OBJECT).two());""",
            """
            var $o = new Object() {
                int kept = %!INT;
                int twice() { return kept * 2; }
            };
            $o.kept += %INT;
            r.v(%event, $o.twice() + %INT);""",
            """
            r.v(%event, new Object() {
                int kept = %!INT;
                int twice() { return kept++ * 2; }
            }.twice() + %INT);""",
            """
            {
                int $a = %INT;
                class $Node { int at() { return $a; } }
                $Node $n = new $Node();
                r.v(%event, %INT);
                r.v(%event, $n.at());
            }
            {
                String $b = %STRING;
                class $Node { String at() { return $b; } }
                $Node $m = new $Node();
                r.v(%event, %INT);
                r.v(%event, $m.at());
            }""",
            """
            {
                record $Same(int one) {}
                var $a = new $Same(%INT);
                r.v(%event, %INT);
                r.v(%event, $a.one());
            }
            {
                record $Same(String one) {}
                var $a2 = new $Same(%STRING);
                r.v(%event, %INT);
                r.v(%event, $a2.one());
            }""",
            """
            for (int $i = 0; r.fuel() && $i < 2; $i++) {
                int $j = $i + %INT;
                class $Round { int at() { return $j + %!INT; } }
                $Round $m = new $Round();
                r.keep($q -> $m.at());
                r.v(%event, $m.at() + %INT);
            }""",
            """
            switch (%INT & 3) {
                case 0:
                    class $Grouped { int kept = %!INT; }
                    r.v(%event, new $Grouped().kept + %INT);
                    break;
                case 1:
                    class $Grouped2 { int kept = %!INT; }
                    r.v(%event, new $Grouped2().kept + %INT);
                default:
                    class $Other { int kept = %!INT; }
                    $Other $g = new $Other();
                    r.v(%event, %INT);
                    r.v(%event, $g.kept);
            }""",
            """
            class $Outer {
                int kept = %!INT;
                class Within { int more = kept + %!INT; }
                Within within() { return new Within(); }
            }
            $Outer.Within $i = new $Outer().new Within();
            r.v(%event, $i.more + %INT);
            $Outer $o = new $Outer();
            $o.kept = %INT;
            r.v(%event, $o.new Within().more + %INT);
            r.v(%event, $o.within().more += %INT);""",
            """
            java.util.ArrayList<Integer> $l = new java.util.ArrayList<>(java.util.List.of(%INT, %INT)) {
                @Override public Integer get(int index) { return super.get(index) + %!INT; }
            };
            $l.set(%at, %INT);
            r.v(%event, $l.get(%at) + %INT);""",
            """
            class $Fixed {
                static final int BASE = 5;
                static int above(int given) { return given + BASE; }
            }
            r.v(%event, $Fixed.above(%INT));
            switch (%INT) {
                case $Fixed.BASE -> { %some }
                default -> r.v(%event, %INT);
            }
            byte $b = $Fixed.BASE;
            r.v(%event, $b += %INT);""",
            """
            abstract class $Shape {
                abstract int area(int given);
                int twice(int given) { return 2 * area(given); }
            }
            int $k = %INT;
            $Shape $s = new $Shape() { @Override int area(int given) { return given + $k; } };
            r.v(%event, $s.twice(%INT));
            $s = new $Shape() { @Override int area(int given) { return given - %!INT; } };
            r.v(%event, $s.area(%INT) + %INT);""",
            """
            class $Node implements Comparable<$Node> {
                final int kept;
                $Node(int given) { kept = given; }
                @Override public int compareTo($Node other) { return Integer.compare(kept, other.kept); }
                @Override public String toString() { return "Node " + kept; }
            }
            $Node[] $a = {new $Node(%INT), new $Node(%INT)};
            java.util.List<$Node> $l = new java.util.ArrayList<>(java.util.Arrays.asList($a));
            r.v(%event, %INT);
            r.v(%event, java.util.Collections.max($l));
            $l.add(new $Node(%INT));
            for ($Node $n : $l) {
                if (!r.fuel()) break;
                r.v(%event, $n.kept + %INT);
            }
            r.v(%event, $l.stream().map($q -> new $Node($q.kept + 1)).toList());""",
            """
            int $k = %INT;
            java.util.function.Supplier<Function> $f = () -> {
                class $Late implements Function {
                    @Override public int at(int given) { return given + $k; }
                }
                return new $Late();
            };
            r.v(%event, $f.get().at(%INT) + %INT);""",
            """
            class $Maker {
                final int kept;
                $Maker(int given) { kept = given; }
                $Maker(String given) { this(given.length()); }
            }
            java.util.function.Function<String, $Maker> $f = $Maker::new;
            java.util.function.IntFunction<$Maker> $g = $Maker::new;
            r.v(%event, $f.apply(%STRING).kept + %INT);
            r.v(%event, $g.apply(%INT).kept);""");

    static final List<String> GUARDED = List.of("""
            $P $o = %BOOLEAN ? null : new $P();
            try {
                r.enter(%n);
                r.v(%event, $o.new Hold(%INT).kept);
            } catch (NullPointerException $e) {
                r.caught(%n, $e);
            }""", """
            record $Closing(Run run, String kept) implements AutoCloseable {
                @Override public void close() { run.log("close " + kept); }
            }
            try (var $c = new $Closing(r, %STRING); $Closing $d = new $Closing(r, $c.kept() + %INT)) {
                r.v(%event, %INT);
                %some
            }""");

    private ClassShapes() {}
}
