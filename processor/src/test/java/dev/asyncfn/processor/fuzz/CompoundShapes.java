package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Compound assignments, increments, conditional operators and concatenations, whose operands convert each other. */
final class CompoundShapes {
    static final List<String> PLAIN = List.of("""
            int $x = %INT;
            %+INT:x $x += $x++ + %INT * --$x;
            $x = $x++ + %INT;
            $x -= ($x = %INT) + %INT;
            ($x) <<= %LONG;
            r.v(%event, ($x)++ + %INT);
            r.v(%event, $x);""", """
            String $s = null;
            $s += %CHAR;
            $s += null;
            $s += 1 + %INT + "x" + 1 + %INT;
            %+STRING:s $s += %CHAR + 1;
            r.v(%event, $s.length() + %INT);
            $s = $s + $s.length() + %INT;
            r.v(%event, r.cut($s));""", """
            Integer $i = %INT;
            $i++;
            $i += %INT;
            --$i;
            r.v(%event, $i++ + ++$i + %INT);
            Character $c = %CHAR;
            $c++;
            r.v(%event, $c--);
            Byte $b = 1;
            $b++;
            r.v(%event, %INT);
            r.v(%event, ++$b);""", """
            Long $l = %LONG;
            $l *= %INT;
            $l <<= %INT;
            Double $d = 1.5;
            $d += %INT;
            $d /= %LONG;
            Boolean $b = %BOOLEAN;
            $b &= %BOOLEAN;
            $b = $b ? %BOOLEAN : $b;
            Float $f = 1f;
            $f -= %INT;
            Short $s = 1;
            --$s;
            r.log("" + $l + $d + $b + $f + $s++);""", """
            Box $b = %BOX;
            $b.number += ($b = new Box(%INT)).number + %INT;
            ($b).text += %CHAR;
            $b.next = $b = %BOX;
            r.v(%event, $b.number++ + %INT);
            ($b).items[%at] += %INT;
            r.v(%event, $b);""", """
            %BOX.number += %INT;
            (%BOX).number++;
            %BOX.items[%at] *= %INT;
            new Box(%INT).number += %INT;
            %BOX.text += %STRING.length() + %INT;
            %BOX.big >>= %LONG;""", """
            $P.shared += %INT;
            $P.shared++;
            $P.sharedBig -= $P.shared-- + %INT;
            $P.sharedBox += %INT;
            $P.sharedBox++;
            $P.sharedText += r.cut(%STRING);
            r.v(%event, $P.sharedText = r.cut($P.sharedText));
            r.v(%event, $P.shared + $P.sharedBig + $P.sharedBox + %INT);""", """
            String $t = "" + %CHAR + null + 1 + 2L + 'c' + %DOUBLE + (char) 65 + %INT;
            r.v(%event, $t);
            char $c = %CHAR;
            $t = $c + 1 + "" + $c;
            $t += $c + 1;
            $t += $c;
            $c += 1;
            r.v(%event, 1 + 2 + %STRING + 1 + 2 + $c + %INT);
            r.v(%event, $t);""", """
            Object $o = %STRING;
            $o += r.cut(%STRING);
            r.v(%event, %INT);
            r.v(%event, $o);
            $o = 'c' + %INT;
            r.v(%event, $o);""", """
            r.v(%event, %BOOLEAN ? %CHAR : 0);
            Object $o = %BOOLEAN ? 1 : %DOUBLE;
            r.v(%event, $o);
            var $x = %BOOLEAN ? %INT : %LONG;
            r.v(%event, %INT);
            r.v(%event, $x++);
            long $l = %BOOLEAN ? %CHAR : %INT;
            r.v(%event, $l);
            r.v(%event, %BOOLEAN ? null : %INT);
            Object $p = true ? %CHAR : %INT;
            r.v(%event, $p);""", """
            int $x = 7, $y;
            $y = $x = %INT;
            $x ^= $y ^= %INT;
            $y += $x += $y -= %INT;
            r.v(%event, $x + $y * ($x = %INT) - $x);
            r.v(%event, $x);""", """
            byte $b = (byte) (+%INT);
            $b += 200;
            $b >>>= 1;
            $b *= %DOUBLE;
            short $s = $b;
            $s /= (%INT | 1);
            $s -= 'a';
            char $c = 'c';
            $c -= $b;
            $c ^= %CHAR;
            long $l = $c;
            $l += %DOUBLE;
            int $i = 3;
            $i += %LONG;
            $i *= 1.5;
            r.log("" + $b + $s + (int) $c + $l + $i);""", """
            int $x = %INT;
            int[] $a = {%INT, %INT, %INT};
            %=INTS:a r.v(%event, $a[$x & 1] + $a[($x = %INT) & 1] + $x);
            $a[$x & 1] += $x += $a[$x & 1]++ + %INT;
            r.v(%event, $x + $a[0] + $a[1]);
            r.v(%event, -$a[%at]-- + ~$a[%at] + +$a[%at]++);""", """
            boolean $b = %BOOLEAN;
            $b &= %BOOLEAN | ($b = %BOOLEAN);
            $b |= $b ^ %BOOLEAN;
            r.v(%event, $b && %BOOLEAN || !$b & %BOOLEAN);
            r.v(%event, $b == %BOOLEAN != $b);""");

    static final List<String> GUARDED = List.of("""
            Integer $i = %BOOLEAN ? null : 5;
            try {
                r.enter(%n);
                int $x = %BOOLEAN ? %INT : $i;
                r.v(%event, $x);
                $i += %INT;
                $i++;
                r.v(%event, $i);
            } catch (NullPointerException $e) {
                r.caught(%n, $e);
            }""", """
            Boolean $b = %BOOLEAN ? null : Boolean.TRUE;
            try {
                r.enter(%n);
                if ($b && %BOOLEAN) r.v(%event, %INT);
                r.v(%event, $b ? %INT : %INT);
                while ($b) {
                    if (!r.fuel()) break;
                    $b = %BOOLEAN ? null : %BOOLEAN;
                }
            } catch (NullPointerException $e) {
                r.caught(%n, $e);
            }""", """
            Box $x = %BOOLEAN ? null : %BOX;
            try {
                r.enter(%n);
                $x.number += %INT;
                $x.next.number = %INT;
                $x.next.number++;
            } catch (NullPointerException $e) {
                r.caught(%n, $e);
            }""", """
            Long $l = null;
            Character $c = %BOOLEAN ? null : 'c';
            try {
                r.enter(%n);
                r.v(%event, %BOOLEAN ? $c : %INT);
                r.v(%event, "" + $c + %INT + $l);
                r.v(%event, (%INT + $l) + %INT);
            } catch (NullPointerException $e) {
                r.caught(%n, $e);
                r.v(%event, %INT);
            }""", """
            int $x = %INT;
            try {
                r.enter(%n);
                $x += %INT / ($x & 1);
                $x /= %INT & 1;
                $x %= ($x = %INT) & 1;
            } catch (ArithmeticException $e) {
                r.caught(%n, $e);
            }
            r.v(%event, $x);""");

    private CompoundShapes() {}
}
