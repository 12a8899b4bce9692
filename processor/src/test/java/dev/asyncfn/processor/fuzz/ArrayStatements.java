package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Statements with arrays: their declarators, initialisers, elements, and loops over them. */
final class ArrayStatements {
    static final List<String> PLAIN = List.of(
            """
            int $a[] = {%INT, %INT}, $b = %INT, $c[][] = {{%INT}, %INTS, {}};
            %+INTS:a%+INT:b int[] $d[] = {$a, {%INT, %INT}};
            r.v(%event, $c[(%INT & 1)]);
            $c[(%INT & 1)][0] += $a[%at] + $b;
            $d[%at][%at] -= %INT;
            r.v(%event, $d);""",
            """
            char $s[] = %LETTERS, $t = %CHAR;
            $s[%at] += $t;
            $t += 1;
            $t++;
            $s[%at]++;
            $t *= %INT;
            --$s[%at];
            r.v(%event, $s);
            r.v(%event, $t);""",
            """
            char $c = %CHAR;
            short $s = 1;
            byte $b[] = {1, 2};
            %+CHAR:c $c += 1;
            $s += $c;
            $s -= %LONG;
            $b[%at] += %INT;
            $b[%at] <<= %LONG;
            $b[%at]++;
            $c /= (%INT | 1);
            r.log(java.util.Arrays.toString($b) + $s + (int) $c);""",
            """
            float $f[] = {1, %INT, 'c'};
            double[] $d = {%INT, %CHAR, %LONG, 1f};
            $f[%at] /= %DOUBLE;
            $d[%at] += $f[%at]++;
            $f[%at] -= %LONG;
            r.log(java.util.Arrays.toString($f) + java.util.Arrays.toString($d));""",
            """
            boolean[][] $g = {{%BOOLEAN}, {true, %BOOLEAN}};
            $g[%at][0] ^= %BOOLEAN;
            $g[1][%at] &= %BOOLEAN;
            r.v(%event, $g[0][0] |= %BOOLEAN);
            r.v(%event, $g[1].clone()[1] ? %INT : %INT);""",
            """
            Object[] $o = {%OBJECT, %STRING, new int[] {%INT}, null};
            $o[%at] = %INT;
            r.v(%event, $o.length + %INT);
            r.v(%event, ((int[]) $o[2])[0]++);""",
            """
            Object[] $o = new Integer[] {%INT, %INTEGER};
            $o[%at] = %INT;
            r.v(%event, $o);""",
            """
            for (int[] $row : %GRID) {
                if (!r.fuel()) break;
                for (int $x : $row) {
                    if (!r.fuel()) break;
                    %+INT:x%some
                    r.v(%event, $x + %INT);
                }
            }""",
            """
            for (char $c : %LETTERS) {
                if (!r.fuel()) break;
                $c += %INT;
                %+CHAR:c%some
                r.v(%event, $c);
            }""",
            """
            for (int $i : %LETTERS) {
                if (!r.fuel()) break;
                r.v(%event, $i + %INT);
            }""",
            """
            for (long $l : %GRID[%at]) {
                if (!r.fuel()) break;
                r.v(%event, $l + %INT);
            }""",
            """
            for (int $i : %NUMERALS) {
                if (!r.fuel()) break;
                r.v(%event, $i + %INT);
            }""",
            """
            for (Integer $i : %INTS) {
                if (!r.fuel()) break;
                $i++;
                $i += %INT;
                r.v(%event, $i);
            }""",
            """
            for (int $i[] : %GRID) {
                if (!r.fuel()) break;
                $i[%at] += %INT;
                %=INTS:i%some
            }""",
            """
            for (final var $l : %LISTS) {
                if (!r.fuel()) break;
                r.v(%event, $l.size() + %INT);
                for (String $s : $l) {
                    if (!r.fuel()) break;
                    r.v(%event, $s + %INT);
                }
            }""",
            """
            for (Object $o : %STRINGS) {
                if (!r.fuel()) break;
                r.v(%event, %INT);
                r.v(%event, $o);
            }""",
            """
            for (int $i = 0, $a[] = %INTS; r.fuel() && $i < $a.length; $a[$i] += %INT, $i++) {
                r.v(%event, $a[$i] + %INT);
            }""",
            """
            java.util.function.IntFunction<int[][]> $f = int[][]::new;
            r.v(%event, $f.apply((%INT & 3)));
            java.util.function.UnaryOperator<int[]> $c = int[]::clone;
            r.v(%event, $c.apply(%INTS));
            java.util.function.Supplier<Object> $d = %INTS::clone;
            r.v(%event, $d.get());""",
            """
            java.util.Map<String, Integer>[] $m = new java.util.Map[] {java.util.Map.of(%STRING, %INT), new java.util.TreeMap<>()};
            $m[1].put(%STRING, %INT);
            r.v(%event, $m[%at].values());
            $m[%at] = java.util.Map.of("m", %INT);
            r.v(%event, $m);""",
            """
            int $a[], $b[];
            $a = $b = %INTS;
            $a[%at] = $b[%at] = %INT;
            %+INTS:a%+INTS:b r.v(%event, $a == $b);
            $b = new int[] {$a[%at]++, %INT, $a.length};
            r.v(%event, $b);""",
            """
            int[] $a = %INTS;
            int $i = 0;
            %+INTS:a%+INT:i $a[0] = ($a = %INTS)[0] + %INT;
            $a[$i = %at] = $i + %INT;
            $a[$i & 1] += $a[$i++ & 1] + %INT;
            r.v(%event, $a);""",
            """
            long[] $l = %BIGS;
            $l[%at] += %INT;
            $l[%at] >>>= %LONG;
            $l[%at] ^= $l[%at]++ + %CHAR;
            r.v(%event, $l);
            int $i = (int) ($l[%at] = %INT);
            r.v(%event, $i);""",
            """
            final int[] $a = {%INT, %INT};
            Runnable $f = () -> $a[0] += %>INT;
            r.v(%event, $a[0] += %INT);
            $f.run();
            r.v(%event, $a[0]++ + %INT);
            r.v(%event, $a);""",
            """
            Integer[] $a = {%INT, %INTEGER};
            $a[%at]++;
            $a[%at] += %INT;
            r.v(%event, $a[%at]-- + %INT);
            Character[] $c = {%CHAR, 'c'};
            $c[%at]++;
            r.v(%event, ++$c[%at]);""",
            """
            String[][] $s = {%STRINGS, {%STRING, null}};
            $s[1][%at] += %CHAR;
            $s[%at][0] += $s[1][%at] + %INT;
            r.v(%event, r.cut($s[1][%at] += null));""",
            """
            int[][][] $g = new int[(%INT & 1) + 1][2][];
            $g[0][%at] = %INTS;
            $g[0][1] = $g[0][%at];
            r.v(%event, $g);
            r.v(%event, new int[]{%INT, %INT}[%at] + new int[][]{{%INT}}[0][0]);""");

    static final List<String> GUARDED = List.of("""
            int[] $a = %BOOLEAN ? null : %INTS;
            try {
                r.enter(%n);
                $a[%at] = %INT;
                $a[%at] += %INT;
            } catch (NullPointerException $e) {
                r.caught(%n, $e);
            }""", """
            int $i = %INT;
            try {
                r.enter(%n);
                int[] $a = new int[%INT];
                $a[$i = 1] += %INT;
                $a[$i = 5] += %INT;
            } catch (NegativeArraySizeException | ArrayIndexOutOfBoundsException $e) {
                r.caught(%n, $e);
            }
            r.v(%event, $i);""", """
            Object[] $o = new String[2];
            try {
                r.enter(%n);
                $o[%at] = %OBJECT;
                r.v(%event, $o);
            } catch (ArrayStoreException $e) {
                r.caught(%n, $e);
                r.v(%event, %INT);
            }""");

    private ArrayStatements() {}
}
