package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Statements without braces, expressions whose parentheses matter, literals of all forms, and members named by way of an object. */
final class SyntaxShapes {
    static final List<String> PLAIN =
            List.of("""
            if (%BOOLEAN) if (%BOOLEAN) r.v(%event, %INT); else r.v(%event, %INT);
            if (%BOOLEAN) ; else r.v(%event, %INT);
            if (%BOOLEAN) r.v(%event, 1); else if (%BOOLEAN) r.v(%event, %INT); else if (%BOOLEAN) ; else r.v(%event, 2);
            ;""", """
            for (int $i = 0; $i < 3 && r.fuel(); $i++) if ($i == 1) continue; else r.v(%event, $i + %INT);
            for (int $x : %INTS) if (!r.fuel()) break; else if (%BOOLEAN) r.v(%event, $x + %INT);
            while (r.fuel() && %BOOLEAN) if (%BOOLEAN) break; else r.v(%event, %INT);
            do r.v(%event, %INT); while (r.fuel() && %BOOLEAN);
            for (String $s : %STRINGS) ;""", """
            int $x, $y = 0;
            for ($x = %INT, r.log(%event); r.fuel() && $y < 3; $y++, $x += %INT, r.log(%event)) r.v(%event, $x);
            for (; r.fuel() && $y < %INT; ) $y++;
            r.v(%event, $x + $y);""", """
            $outer: for (int $i = 0; $i < 2; $i++) $inner: for (;;) {
                if (!r.fuel()) break $outer;
                switch (%INT & 3) {
                    case 0: continue $outer;
                    case 1: continue $inner;
                    case 2: break $inner;
                    default: break;
                }
                r.v(%event, $i + %INT);
            }""", """
            $same: if (%BOOLEAN) break $same; else r.v(%event, %INT);
            $same: while (r.fuel()) if (%BOOLEAN) break $same; else if (%BOOLEAN) continue $same; else r.v(%event, %INT);
            $same: do if (%BOOLEAN) continue $same; else break $same; while (r.fuel() && %BOOLEAN);""", """
            int $x = %INT;
            r.v(%event, %INT - (%INT - %INT));
            r.v(%event, (%INT * (%INT + %INT)) % 7 - -$x);
            r.v(%event, $x - - $x + + $x - ($x-- - --$x) + -(-%INT));
            r.v(%event, ~-%INT + - -$x);
            r.v(%event, (%INT << 2 >> 1) + (%INT << (2 >> 1)));
            r.v(%event, %INT & 3 | %INT ^ $x & (%INT | 4));
            r.v(%event, $x - ($x = %INT) - $x);""", """
            r.v(%event, %BOOLEAN ? %BOOLEAN ? %INT : %INT : %BOOLEAN ? %INT : %INT);
            r.v(%event, (%BOOLEAN ? %INT : %INT) + 1);
            r.v(%event, (%BOOLEAN && %BOOLEAN || %BOOLEAN) && (%BOOLEAN || !(%BOOLEAN == %BOOLEAN)));
            r.v(%event, !(%OBJECT instanceof String) == %BOOLEAN);
            r.v(%event, "" + (%INT + %INT) + %INT + %INT);
            r.v(%event, %INT + (%STRING + %INT));
            r.v(%event, (%INT + %INT) + %STRING);
            r.v(%event, (String) (Object) %STRING + %INT);""", """
            r.v(%event, (int) (%LONG + %INT) + (int) 'c');
            r.v(%event, (char) (%INT + 'a'));
            r.v(%event, (byte) (%INT + 300) + (short) (%INT * 70000));
            r.v(%event, (long) %INT << 33 >>> %INT);
            r.v(%event, (Object) (Integer) %INT);
            r.v(%event, (int) +(double) (%INT) + (int) -%DOUBLE);
            r.v(%event, (float) (%INT / 2) + %INT / 2f);""", """
            int $x = -2147483648 + %INT;
            long $l = -9223372036854775808L - %INT;
            r.v(%event, $x + 0x7fff_ffff + 0b101 + 017 + 1_000 + %INT);
            r.v(%event, $l + 0xFFFF_FFFF_FFFFL + 077L + %INT);
            r.v(%event, 1e-3f + 0x1p3 + .5 + 1.f + 2d + %INT);
            char $c = '\\\\', $d = '\\'', $q = '"', $t = '\\t', $n = '\\0';
            r.v(%event, $c + $d + $q + %INT + $t + $n);
            String $s = "\\\\\\"'\\t\\0\\177\\s" + %INT;
            r.v(%event, $s + $s.length());""", """
            Function $f = %BOOLEAN ? $p -> $p + %>INT : Function.IDENTITY;
            r.v(%event, $f.at(%INT) + %INT);
            $f = switch (%INT & 1) { case 0 -> $p -> $p * 2; default -> { r.v(%event, %INT); yield (int $p) -> { return $p + %>INT; }; } };
            r.v(%event, $f.at(%INT));
            r.v(%event, (%BOOLEAN ? $f : Function.IDENTITY).at(%INT));""", """
            Object $o = %OBJECT;
            if ($o instanceof final String $s && $s.length() > %INT) r.v(%event, $s + %INT);
            if (!($o instanceof Integer $i)) {
                r.v(%event, %INT);
            } else if ($i > %INT && %BOOLEAN) {
                r.v(%event, $i + %INT);
                r.keep($q -> $q + $i);
            }
            r.v(%event, $o instanceof Box $b ? $b.number += %INT : %INT);
            r.v(%event, !($o instanceof Color $c) || $c.ordinal() > %INT);""", """
            java.util.List<Integer> $l = %BOOLEAN ? new java.util.ArrayList<>(java.util.List.of(%INT)) : java.util.List.of(%INT);
            if ($l instanceof java.util.ArrayList<Integer> $a) $a.add(%INT);
            r.v(%event, $l);
            r.v(%event, $l instanceof java.util.RandomAccess && %BOOLEAN);""", """
            r.v(%event, new $P().shared += %INT);
            r.v(%event, (($P) null).shared++ + %INT);
            r.v(%event, r.v(%event, new $P()).shared + $P.shared + %INT);
            r.v(%event, r.v(%event, new $P()).total += %INT);
            new $P().text += %STRING;
            r.v(%event, (new $P().items)[%at]-- + %INT);""", """
            assert %BOOLEAN || true : %STRING;
            assert %INT == %INT || %BOOLEAN | true;
            final boolean $no = false;
            assert !$no : r.boom(%event);
            if ($no) assert %BOOLEAN;
            r.v(%event, %INT);""", """
            int $x = %INT; int $y = %INT; { int $z = $x + %INT; r.v(%event, $z); } r.v(%event, $x + $y);
            { } ; { ; { } }
            r.v(%event, $y + %INT);""", """
            java.util.function.BiFunction<Integer, Integer, Integer> $f = Math::max;
            java.util.function.Supplier<Box> $s = () -> %>BOX;
            r.v(%event, $f.apply(%INT, %INT) + %INT);""", """
            java.util.function.Function<Integer, java.util.function.Function<Integer, Integer>> $f = $p -> $q -> $p - $q + %>INT;
            r.v(%event, $f.apply(%INT).apply(%INT) + %INT);
            r.v(%event, ((java.util.function.Supplier<java.util.function.Supplier<Integer>>) () -> () -> %>INT).get().get() + %INT);
            r.v(%event, java.util.stream.Stream.of(%STRING, %STRING).map(String::length).reduce(%INT, Integer::sum));
            r.v(%event, java.util.stream.IntStream.of(%INTS).mapToObj(Box::new).mapToInt($b -> $b.number += 1).sum() + %INT);""", """
            final var $x = %INT;
            final int $y; $y = $x + %INT;
            Runnable $f = () -> {
                int $z = $x;
                class $Deep { int at() { return $z + $y + %!INT; } }
                r.v("deep", new $Deep().at());
                Runnable $g = () -> r.v("deeper", new $Deep().at() + $y);
                $g.run();
            };
            r.v(%event, %INT);
            $f.run();""", """
            StringBuilder $b = new StringBuilder().append(%INT).append(%CHAR).append(%STRING).append((Object) null);
            $b.append(%BOOLEAN ? "x" : %STRING).insert(0, %LONG).setLength(3);
            r.v(%event, $b.append(%INT).length() + %INT);
            r.v(%event, String.valueOf(%CHAR) + String.valueOf((Object) null) + Character.toString(%CHAR).repeat(%INT & 1));""");

    static final List<String> GUARDED = List.of("""
            synchronized (%BOOLEAN ? r : r) { r.v("locked", %>INT); }
            r.v(%event, %INT);""", """
            try { r.enter(%n); r.v(%event, %INT); r.fails(%BOOLEAN); } catch (Boom $e) { r.caught(%n, $e); r.v(%event, %INT); } finally { r.v(%event, %INT); }
            try (Resource $x = null; var $y = r.open(%event)) { r.v(%event, %INT); }
            r.v(%event, %INT);""", """
            int $x = %INT;
            $block: try {
                r.enter(%n);
                if (%BOOLEAN) break $block;
                for (;;) {
                    if (!r.fuel()) break $block;
                    if (%BOOLEAN) break;
                    $x += %INT;
                }
                r.v(%event, $x);
                $x = %INT / ($x & 1);
            } catch (ArithmeticException $e) {
                r.caught(%n, $e);
                if (%BOOLEAN) break $block;
                r.v(%event, %INT);
            } finally {
                r.v(%event, $x + %INT);
            }
            r.v(%event, $x);""", """
            try {
                r.enter(%n);
                Object $o = %OBJECT;
                r.v(%event, (%BOOLEAN ? (Integer) $o : %INT) + 1);
                r.v(%event, ((Box) $o).number + %INT);
            } catch (ClassCastException | NullPointerException $e) {
                r.caught(%n, $e);
                Runnable $f = () -> r.v("in it", $e instanceof ClassCastException);
                r.v(%event, %INT);
                $f.run();
            }""");

    private SyntaxShapes() {}
}
