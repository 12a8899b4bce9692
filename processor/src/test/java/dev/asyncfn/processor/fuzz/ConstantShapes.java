package dev.asyncfn.processor.fuzz;

import java.util.List;
import java.util.Map;

/** Statements that javac accepts, or that mean what they mean, since a variable is a constant. */
final class ConstantShapes {
    /** How a text begins that never completes. */
    static final String ENDLESS = "final boolean $endless = true;";

    static final Map<String, String> MEMBERS = Map.of("FOUR", "static final int FOUR = 4;");

    static final List<String> PLAIN = List.of(
            """
            final int $k = 3;
            r.v(%event, %INT);
            switch (%INT) {
                case $k:
                    %some
                    r.v(%event, %INT);
                case $k + 1:
                    r.v(%event, %INT);
                    break;
                case FOUR * 2:
                    r.v(%event, $k);
                    break;
                default:
                    %some
            }""",
            """
            final int $k = 1, $l = $k + 1;
            r.v(%event, switch (%INT & 3) {
                case $k -> %INT;
                case $l -> %INT;
                case $P.FOUR -> $k;
                default -> { r.v(%event, %INT); yield $l; }
            });""",
            """
            final String $s = "a", $t = $s + "bc";
            r.v(%event, %INT);
            switch (%STRING) {
                case $s -> r.v(%event, %INT);
                case $t -> { %some }
                case $s + 7 -> r.v(%event, $t);
                default -> r.v(%event, $t == "abc");
            }""",
            """
            final char $c = 'a';
            switch (%CHAR) {
                case $c:
                case $c + 1:
                    r.v(%event, %INT);
                    break;
                case (char) ($c + 25):
                    %some
            }
            r.v(%event, $c);""",
            """
            final int $k = 5;
            r.v(%event, %INT);
            byte $b = $k;
            char $c = $k + 60;
            short[] $s = {$k, (byte) 1};
            Byte $box = $k;
            final short $t = $k * 2;
            r.v(%event, %INT);
            $b = $t;
            $b += %INT;
            $c = $k;
            $box = $k;
            $s[%at] = $k;
            r.log("" + $b + $c + $box + $t + $s[0]);""",
            """
            final int $k = 5;
            java.util.function.Supplier<Byte> $f = () -> $k;
            java.util.function.Supplier<Character> $g = () -> { return $k + 1; };
            r.v(%event, %INT);
            r.v(%event, $f.get() + %INT);
            r.v(%event, $g.get());""",
            """
            final int $k = 5;
            class $Narrow {
                byte kept = $k;
                char more() { return $k; }
            }
            r.v(%event, new $Narrow().kept + %INT);
            r.v(%event, new $Narrow().more());""",
            """
            final int $k = 0;
            char $c = %CHAR;
            byte $b = 3;
            r.v(%event, %INT);
            r.v(%event, %BOOLEAN ? $c : $k);
            Object $o = %BOOLEAN ? $k : $b;
            r.v(%event, %INT);
            r.log($o.getClass().getSimpleName());
            var $x = %BOOLEAN ? $k : $c;
            $x++;
            r.v(%event, $x);
            r.log("" + (%BOOLEAN ? 'x' : $k));""",
            """
            final boolean $go = true;
            while ($go) {
                if (!r.fuel()) break;
                %some
                r.v(%event, %INT);
                if (%BOOLEAN) break;
            }""",
            """
            final boolean $go = true;
            int $v;
            while ($go) {
                if (!r.fuel() || %BOOLEAN) {
                    $v = %INT;
                    break;
                }
            }
            r.v(%event, $v + %INT);""",
            """
            final boolean $go = true;
            final int $v;
            for (int $i = 0; $go; $i++) {
                if (!r.fuel() || $i > %INT) {
                    $v = $i + %INT;
                    break;
                }
            }
            r.v(%event, $v);""",
            """
            final boolean $no = false;
            int $v;
            if ($no) r.v(%event, $v);
            if ($no && %BOOLEAN) r.v(%event, $v);
            $v = %INT;
            r.v(%event, $v);""",
            """
            final boolean $yes = true;
            int $v;
            if (%BOOLEAN || $yes) $v = %INT; else r.v(%event, $v);
            r.v(%event, $v);""",
            """
            final boolean $yes = true;
            int $v;
            if ($yes && (($v = %INT) > 0)) {
                r.v(%event, $v + %INT);
            } else {
                $v = 2;
            }
            r.v(%event, $yes ? $v : %INT);""",
            """
            final boolean $no = false;
            int $v;
            do {
                $v = %INT;
                r.v(%event, %INT);
            } while ($no);
            r.v(%event, $v);""",
            """
            int $v;
            if ((%BOOLEAN && ($v = %INT) > 1) && %BOOLEAN) r.v(%event, $v);
            int $w;
            if (!(%BOOLEAN && ($w = %INT) > 1)) { $w = 3; }
            r.v(%event, $w);
            int $u;
            r.v(%event, (%BOOLEAN ? ($u = %INT) : ($u = 2)) + $u);""",
            """
            final int $k;
            if (%BOOLEAN) { $k = %INT; } else { $k = 4; }
            Runnable $f = () -> r.v("run", $k);
            r.v(%event, %INT);
            $f.run();""",
            """
            final String $w = "unused";
            @SuppressWarnings($w) int $x = %INT;
            final @SuppressWarnings({"rawtypes", $w}) int $y = %INT;
            r.v(%event, $x + $y);""",
            """
            final int $k = 3;
            final long $l = $k;
            final boolean $b = $k > 2;
            int $v;
            while ($b) {
                r.v(%event, $l << $k);
                if (!r.fuel() || %BOOLEAN) { $v = $k; break; }
            }
            r.v(%event, $v + %INT);
            final int $d = $b ? 1 : 2;
            byte $e = $d;
            r.v(%event, $e += %INT);""",
            """
            final int $n = 2;
            int[] $a = new int[$n];
            r.v(%event, $a[$n - 1] += %INT);
            byte[] $b = {$n, $n + 1};
            r.v(%event, $b[%at] + %INT);""",
            """
            int $v;
            switch (%INT) {
                case 0 -> $v = %INT;
                case 1 -> { r.v(%event, %INT); $v = 1; }
                default -> throw r.boom(%event);
            }
            r.v(%event, $v + %INT);""",
            """
            int $v = switch (%COLOR) {
                case RED: int $w = %INT; yield $w;
                case GREEN: $w = 3; $w += %INT; yield $w;
                case BLUE: yield %INT;
            };
            r.v(%event, $v);""",
            ENDLESS + """

            while ($endless) {
                r.v(%event, %INT);
                if (!r.fuel() || %BOOLEAN) throw r.boom(%event);
            }""",
            ENDLESS + """

            for (int $i = %INT; $endless; $i++) {
                %some
                if (!r.fuel() || $i > 2) throw r.boom(%event);
            }""");

    private ConstantShapes() {}
}
