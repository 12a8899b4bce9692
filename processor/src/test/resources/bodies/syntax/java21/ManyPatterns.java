package bodies.syntax.java21;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Switches of more entries than are tested in one method. */
final class ManyPatterns {
    private ManyPatterns() {}

    @AsyncFn
    static String nullAmongTheLast(Trace t, Object o) {
        return switch (o) {
            case String s when s.length() == 0 -> "text 0";
            case Integer n when n == 1 -> await(t.leaf("i1", "int 1"));
            case String s when s.length() == 2 -> "text 2";
            case Integer n when n == 3 -> await(t.leaf("i3", "int 3"));
            case String s when s.length() == 4 -> "text 4";
            case Integer n when n == 5 -> await(t.leaf("i5", "int 5"));
            case String s when s.length() == 6 -> "text 6";
            case Integer n when n == 7 -> await(t.leaf("i7", "int 7"));
            case String s when s.length() == 8 -> "text 8";
            case Integer n when n == 9 -> await(t.leaf("i9", "int 9"));
            case String s when s.length() == 10 -> "text 10";
            case Integer n when n == 11 -> await(t.leaf("i11", "int 11"));
            case String s when s.length() == 12 -> "text 12";
            case Integer n when n == 13 -> await(t.leaf("i13", "int 13"));
            case String s when s.length() == 14 -> "text 14";
            case Integer n when n == 15 -> await(t.leaf("i15", "int 15"));
            case String s when s.length() == 16 -> "text 16";
            case Integer n when n == 17 -> await(t.leaf("i17", "int 17"));
            case String s when s.length() == 18 -> "text 18";
            case Integer n when n == 19 -> await(t.leaf("i19", "int 19"));
            case String s when s.length() == 20 -> "text 20";
            case Integer n when n == 21 -> await(t.leaf("i21", "int 21"));
            case String s when s.length() == 22 -> "text 22";
            case Integer n when n == 23 -> await(t.leaf("i23", "int 23"));
            case String s when s.length() == 24 -> "text 24";
            case Integer n when n == 25 -> await(t.leaf("i25", "int 25"));
            case String s when s.length() == 26 -> "text 26";
            case Integer n when n == 27 -> await(t.leaf("i27", "int 27"));
            case String s when s.length() == 28 -> "text 28";
            case Integer n when n == 29 -> await(t.leaf("i29", "int 29"));
            case String s when s.length() == 30 -> "text 30";
            case Integer n when n == 31 -> await(t.leaf("i31", "int 31"));
            case String s when s.length() == 32 -> "text 32";
            case Integer n when n == 33 -> await(t.leaf("i33", "int 33"));
            case String s when s.length() == 34 -> "text 34";
            case Integer n when n == 35 -> await(t.leaf("i35", "int 35"));
            case String s when s.length() == 36 -> "text 36";
            case Integer n when n == 37 -> await(t.leaf("i37", "int 37"));
            case String s when s.length() == 38 -> "text 38";
            case Integer n when n == 39 -> await(t.leaf("i39", "int 39"));
            case String s when s.length() == 40 -> "text 40";
            case Integer n when n == 41 -> await(t.leaf("i41", "int 41"));
            case String s when s.length() == 42 -> "text 42";
            case Integer n when n == 43 -> await(t.leaf("i43", "int 43"));
            case String s when s.length() == 44 -> "text 44";
            case Integer n when n == 45 -> await(t.leaf("i45", "int 45"));
            case String s when s.length() == 46 -> "text 46";
            case Integer n when n == 47 -> await(t.leaf("i47", "int 47"));
            case String s when s.length() == 48 -> "text 48";
            case Integer n when n == 49 -> await(t.leaf("i49", "int 49"));
            case String s when s.length() == 50 -> "text 50";
            case Integer n when n == 51 -> await(t.leaf("i51", "int 51"));
            case String s when s.length() == 52 -> "text 52";
            case Integer n when n == 53 -> await(t.leaf("i53", "int 53"));
            case String s when s.length() == 54 -> "text 54";
            case Integer n when n == 55 -> await(t.leaf("i55", "int 55"));
            case String s when s.length() == 56 -> "text 56";
            case Integer n when n == 57 -> await(t.leaf("i57", "int 57"));
            case String s when s.length() == 58 -> "text 58";
            case Integer n when n == 59 -> await(t.leaf("i59", "int 59"));
            case String s when s.length() == 60 -> "text 60";
            case Integer n when n == 61 -> await(t.leaf("i61", "int 61"));
            case String s when s.length() == 62 -> "text 62";
            case Integer n when n == 63 -> await(t.leaf("i63", "int 63"));
            case String s when s.length() == 64 -> "text 64";
            case Integer n when n == 65 -> await(t.leaf("i65", "int 65"));
            case String s when s.length() == 66 -> "text 66";
            case Integer n when n == 67 -> await(t.leaf("i67", "int 67"));
            case String s when s.length() == 68 -> "text 68";
            case Integer n when n == 69 -> await(t.leaf("i69", "int 69"));
            case String s when s.length() == 70 -> "text 70";
            case Integer n when n == 71 -> await(t.leaf("i71", "int 71"));
            case String s when s.length() == 72 -> "text 72";
            case Integer n when n == 73 -> await(t.leaf("i73", "int 73"));
            case String s when s.length() == 74 -> "text 74";
            case Integer n when n == 75 -> await(t.leaf("i75", "int 75"));
            case String s when s.length() == 76 -> "text 76";
            case Integer n when n == 77 -> await(t.leaf("i77", "int 77"));
            case String s when s.length() == 78 -> "text 78";
            case Integer n when n == 79 -> await(t.leaf("i79", "int 79"));
            case String s when s.length() == 80 -> "text 80";
            case Integer n when n == 81 -> await(t.leaf("i81", "int 81"));
            case String s when s.length() == 82 -> "text 82";
            case Integer n when n == 83 -> await(t.leaf("i83", "int 83"));
            case String s when s.length() == 84 -> "text 84";
            case Integer n when n == 85 -> await(t.leaf("i85", "int 85"));
            case String s when s.length() == 86 -> "text 86";
            case Integer n when n == 87 -> await(t.leaf("i87", "int 87"));
            case String s when s.length() == 88 -> "text 88";
            case Integer n when n == 89 -> await(t.leaf("i89", "int 89"));
            case String s when s.length() == 90 -> "text 90";
            case Integer n when n == 91 -> await(t.leaf("i91", "int 91"));
            case String s when s.length() == 92 -> "text 92";
            case Integer n when n == 93 -> await(t.leaf("i93", "int 93"));
            case String s when s.length() == 94 -> "text 94";
            case Integer n when n == 95 -> await(t.leaf("i95", "int 95"));
            case String s when s.length() == 96 -> "text 96";
            case Integer n when n == 97 -> await(t.leaf("i97", "int 97"));
            case String s when s.length() == 98 -> "text 98";
            case Integer n when n == 99 -> await(t.leaf("i99", "int 99"));
            case String s when s.length() == 100 -> "text 100";
            case Integer n when n == 101 -> await(t.leaf("i101", "int 101"));
            case String s when s.length() == 102 -> "text 102";
            case Integer n when n == 103 -> await(t.leaf("i103", "int 103"));
            case String s when s.length() == 104 -> "text 104";
            case null -> await(t.leaf("null", "null"));
            case Integer n when n == 105 -> await(t.leaf("i105", "int 105"));
            case String s when s.length() == 106 -> "text 106";
            case Integer n when n == 107 -> await(t.leaf("i107", "int 107"));
            case String s when s.length() == 108 -> "text 108";
            case Integer n when n == 109 -> await(t.leaf("i109", "int 109"));
            default -> await(t.leaf("d", "default"));
        };
    }

    @Case
    @AsyncFn
    static String nullAmongTheLastTried(Trace t) {
        String all = "";
        Object[] values = {1, 109, 99, 101, "", "x".repeat(100), "x".repeat(108), "x".repeat(51), 2, 2.5, null};
        for (Object value : values) {
            try {
                all += await(nullAmongTheLast(t, value)) + "; ";
            } catch (NullPointerException e) {
                all += "no null; ";
            }
        }
        return all;
    }

    @AsyncFn
    static String nullAfterAll(Trace t, Object o) {
        return switch (o) {
            case String s when s.length() == 0 -> "text 0";
            case Integer n when n == 1 -> await(t.leaf("i1", "int 1"));
            case String s when s.length() == 2 -> "text 2";
            case Integer n when n == 3 -> await(t.leaf("i3", "int 3"));
            case String s when s.length() == 4 -> "text 4";
            case Integer n when n == 5 -> await(t.leaf("i5", "int 5"));
            case String s when s.length() == 6 -> "text 6";
            case Integer n when n == 7 -> await(t.leaf("i7", "int 7"));
            case String s when s.length() == 8 -> "text 8";
            case Integer n when n == 9 -> await(t.leaf("i9", "int 9"));
            case String s when s.length() == 10 -> "text 10";
            case Integer n when n == 11 -> await(t.leaf("i11", "int 11"));
            case String s when s.length() == 12 -> "text 12";
            case Integer n when n == 13 -> await(t.leaf("i13", "int 13"));
            case String s when s.length() == 14 -> "text 14";
            case Integer n when n == 15 -> await(t.leaf("i15", "int 15"));
            case String s when s.length() == 16 -> "text 16";
            case Integer n when n == 17 -> await(t.leaf("i17", "int 17"));
            case String s when s.length() == 18 -> "text 18";
            case Integer n when n == 19 -> await(t.leaf("i19", "int 19"));
            case String s when s.length() == 20 -> "text 20";
            case Integer n when n == 21 -> await(t.leaf("i21", "int 21"));
            case String s when s.length() == 22 -> "text 22";
            case Integer n when n == 23 -> await(t.leaf("i23", "int 23"));
            case String s when s.length() == 24 -> "text 24";
            case Integer n when n == 25 -> await(t.leaf("i25", "int 25"));
            case String s when s.length() == 26 -> "text 26";
            case Integer n when n == 27 -> await(t.leaf("i27", "int 27"));
            case String s when s.length() == 28 -> "text 28";
            case Integer n when n == 29 -> await(t.leaf("i29", "int 29"));
            case String s when s.length() == 30 -> "text 30";
            case Integer n when n == 31 -> await(t.leaf("i31", "int 31"));
            case String s when s.length() == 32 -> "text 32";
            case Integer n when n == 33 -> await(t.leaf("i33", "int 33"));
            case String s when s.length() == 34 -> "text 34";
            case Integer n when n == 35 -> await(t.leaf("i35", "int 35"));
            case String s when s.length() == 36 -> "text 36";
            case Integer n when n == 37 -> await(t.leaf("i37", "int 37"));
            case String s when s.length() == 38 -> "text 38";
            case Integer n when n == 39 -> await(t.leaf("i39", "int 39"));
            case String s when s.length() == 40 -> "text 40";
            case Integer n when n == 41 -> await(t.leaf("i41", "int 41"));
            case String s when s.length() == 42 -> "text 42";
            case Integer n when n == 43 -> await(t.leaf("i43", "int 43"));
            case String s when s.length() == 44 -> "text 44";
            case Integer n when n == 45 -> await(t.leaf("i45", "int 45"));
            case String s when s.length() == 46 -> "text 46";
            case Integer n when n == 47 -> await(t.leaf("i47", "int 47"));
            case String s when s.length() == 48 -> "text 48";
            case Integer n when n == 49 -> await(t.leaf("i49", "int 49"));
            case String s when s.length() == 50 -> "text 50";
            case Integer n when n == 51 -> await(t.leaf("i51", "int 51"));
            case String s when s.length() == 52 -> "text 52";
            case Integer n when n == 53 -> await(t.leaf("i53", "int 53"));
            case String s when s.length() == 54 -> "text 54";
            case Integer n when n == 55 -> await(t.leaf("i55", "int 55"));
            case String s when s.length() == 56 -> "text 56";
            case Integer n when n == 57 -> await(t.leaf("i57", "int 57"));
            case String s when s.length() == 58 -> "text 58";
            case Integer n when n == 59 -> await(t.leaf("i59", "int 59"));
            case String s when s.length() == 60 -> "text 60";
            case Integer n when n == 61 -> await(t.leaf("i61", "int 61"));
            case String s when s.length() == 62 -> "text 62";
            case Integer n when n == 63 -> await(t.leaf("i63", "int 63"));
            case String s when s.length() == 64 -> "text 64";
            case Integer n when n == 65 -> await(t.leaf("i65", "int 65"));
            case String s when s.length() == 66 -> "text 66";
            case Integer n when n == 67 -> await(t.leaf("i67", "int 67"));
            case String s when s.length() == 68 -> "text 68";
            case Integer n when n == 69 -> await(t.leaf("i69", "int 69"));
            case String s when s.length() == 70 -> "text 70";
            case Integer n when n == 71 -> await(t.leaf("i71", "int 71"));
            case String s when s.length() == 72 -> "text 72";
            case Integer n when n == 73 -> await(t.leaf("i73", "int 73"));
            case String s when s.length() == 74 -> "text 74";
            case Integer n when n == 75 -> await(t.leaf("i75", "int 75"));
            case String s when s.length() == 76 -> "text 76";
            case Integer n when n == 77 -> await(t.leaf("i77", "int 77"));
            case String s when s.length() == 78 -> "text 78";
            case Integer n when n == 79 -> await(t.leaf("i79", "int 79"));
            case String s when s.length() == 80 -> "text 80";
            case Integer n when n == 81 -> await(t.leaf("i81", "int 81"));
            case String s when s.length() == 82 -> "text 82";
            case Integer n when n == 83 -> await(t.leaf("i83", "int 83"));
            case String s when s.length() == 84 -> "text 84";
            case Integer n when n == 85 -> await(t.leaf("i85", "int 85"));
            case String s when s.length() == 86 -> "text 86";
            case Integer n when n == 87 -> await(t.leaf("i87", "int 87"));
            case String s when s.length() == 88 -> "text 88";
            case Integer n when n == 89 -> await(t.leaf("i89", "int 89"));
            case String s when s.length() == 90 -> "text 90";
            case Integer n when n == 91 -> await(t.leaf("i91", "int 91"));
            case String s when s.length() == 92 -> "text 92";
            case Integer n when n == 93 -> await(t.leaf("i93", "int 93"));
            case String s when s.length() == 94 -> "text 94";
            case Integer n when n == 95 -> await(t.leaf("i95", "int 95"));
            case String s when s.length() == 96 -> "text 96";
            case Integer n when n == 97 -> await(t.leaf("i97", "int 97"));
            case String s when s.length() == 98 -> "text 98";
            case Integer n when n == 99 -> await(t.leaf("i99", "int 99"));
            case String s when s.length() == 100 -> "text 100";
            case Integer n when n == 101 -> await(t.leaf("i101", "int 101"));
            case String s when s.length() == 102 -> "text 102";
            case Integer n when n == 103 -> await(t.leaf("i103", "int 103"));
            case String s when s.length() == 104 -> "text 104";
            case Integer n when n == 105 -> await(t.leaf("i105", "int 105"));
            case String s when s.length() == 106 -> "text 106";
            case Integer n when n == 107 -> await(t.leaf("i107", "int 107"));
            case String s when s.length() == 108 -> "text 108";
            case Integer n when n == 109 -> await(t.leaf("i109", "int 109"));
            case null -> await(t.leaf("null", "null"));
            default -> await(t.leaf("d", "default"));
        };
    }

    @Case
    @AsyncFn
    static String nullAfterAllTried(Trace t) {
        String all = "";
        Object[] values = {1, 109, 99, 101, "", "x".repeat(100), "x".repeat(108), "x".repeat(51), 2, 2.5, null};
        for (Object value : values) {
            try {
                all += await(nullAfterAll(t, value)) + "; ";
            } catch (NullPointerException e) {
                all += "no null; ";
            }
        }
        return all;
    }

    @AsyncFn
    static String nullWithDefault(Trace t, Object o) {
        return switch (o) {
            case String s when s.length() == 0 -> "text 0";
            case Integer n when n == 1 -> await(t.leaf("i1", "int 1"));
            case String s when s.length() == 2 -> "text 2";
            case Integer n when n == 3 -> await(t.leaf("i3", "int 3"));
            case String s when s.length() == 4 -> "text 4";
            case Integer n when n == 5 -> await(t.leaf("i5", "int 5"));
            case String s when s.length() == 6 -> "text 6";
            case Integer n when n == 7 -> await(t.leaf("i7", "int 7"));
            case String s when s.length() == 8 -> "text 8";
            case Integer n when n == 9 -> await(t.leaf("i9", "int 9"));
            case String s when s.length() == 10 -> "text 10";
            case Integer n when n == 11 -> await(t.leaf("i11", "int 11"));
            case String s when s.length() == 12 -> "text 12";
            case Integer n when n == 13 -> await(t.leaf("i13", "int 13"));
            case String s when s.length() == 14 -> "text 14";
            case Integer n when n == 15 -> await(t.leaf("i15", "int 15"));
            case String s when s.length() == 16 -> "text 16";
            case Integer n when n == 17 -> await(t.leaf("i17", "int 17"));
            case String s when s.length() == 18 -> "text 18";
            case Integer n when n == 19 -> await(t.leaf("i19", "int 19"));
            case String s when s.length() == 20 -> "text 20";
            case Integer n when n == 21 -> await(t.leaf("i21", "int 21"));
            case String s when s.length() == 22 -> "text 22";
            case Integer n when n == 23 -> await(t.leaf("i23", "int 23"));
            case String s when s.length() == 24 -> "text 24";
            case Integer n when n == 25 -> await(t.leaf("i25", "int 25"));
            case String s when s.length() == 26 -> "text 26";
            case Integer n when n == 27 -> await(t.leaf("i27", "int 27"));
            case String s when s.length() == 28 -> "text 28";
            case Integer n when n == 29 -> await(t.leaf("i29", "int 29"));
            case String s when s.length() == 30 -> "text 30";
            case Integer n when n == 31 -> await(t.leaf("i31", "int 31"));
            case String s when s.length() == 32 -> "text 32";
            case Integer n when n == 33 -> await(t.leaf("i33", "int 33"));
            case String s when s.length() == 34 -> "text 34";
            case Integer n when n == 35 -> await(t.leaf("i35", "int 35"));
            case String s when s.length() == 36 -> "text 36";
            case Integer n when n == 37 -> await(t.leaf("i37", "int 37"));
            case String s when s.length() == 38 -> "text 38";
            case Integer n when n == 39 -> await(t.leaf("i39", "int 39"));
            case String s when s.length() == 40 -> "text 40";
            case Integer n when n == 41 -> await(t.leaf("i41", "int 41"));
            case String s when s.length() == 42 -> "text 42";
            case Integer n when n == 43 -> await(t.leaf("i43", "int 43"));
            case String s when s.length() == 44 -> "text 44";
            case Integer n when n == 45 -> await(t.leaf("i45", "int 45"));
            case String s when s.length() == 46 -> "text 46";
            case Integer n when n == 47 -> await(t.leaf("i47", "int 47"));
            case String s when s.length() == 48 -> "text 48";
            case Integer n when n == 49 -> await(t.leaf("i49", "int 49"));
            case String s when s.length() == 50 -> "text 50";
            case Integer n when n == 51 -> await(t.leaf("i51", "int 51"));
            case String s when s.length() == 52 -> "text 52";
            case Integer n when n == 53 -> await(t.leaf("i53", "int 53"));
            case String s when s.length() == 54 -> "text 54";
            case Integer n when n == 55 -> await(t.leaf("i55", "int 55"));
            case String s when s.length() == 56 -> "text 56";
            case Integer n when n == 57 -> await(t.leaf("i57", "int 57"));
            case String s when s.length() == 58 -> "text 58";
            case Integer n when n == 59 -> await(t.leaf("i59", "int 59"));
            case String s when s.length() == 60 -> "text 60";
            case Integer n when n == 61 -> await(t.leaf("i61", "int 61"));
            case String s when s.length() == 62 -> "text 62";
            case Integer n when n == 63 -> await(t.leaf("i63", "int 63"));
            case String s when s.length() == 64 -> "text 64";
            case Integer n when n == 65 -> await(t.leaf("i65", "int 65"));
            case String s when s.length() == 66 -> "text 66";
            case Integer n when n == 67 -> await(t.leaf("i67", "int 67"));
            case String s when s.length() == 68 -> "text 68";
            case Integer n when n == 69 -> await(t.leaf("i69", "int 69"));
            case String s when s.length() == 70 -> "text 70";
            case Integer n when n == 71 -> await(t.leaf("i71", "int 71"));
            case String s when s.length() == 72 -> "text 72";
            case Integer n when n == 73 -> await(t.leaf("i73", "int 73"));
            case String s when s.length() == 74 -> "text 74";
            case Integer n when n == 75 -> await(t.leaf("i75", "int 75"));
            case String s when s.length() == 76 -> "text 76";
            case Integer n when n == 77 -> await(t.leaf("i77", "int 77"));
            case String s when s.length() == 78 -> "text 78";
            case Integer n when n == 79 -> await(t.leaf("i79", "int 79"));
            case String s when s.length() == 80 -> "text 80";
            case Integer n when n == 81 -> await(t.leaf("i81", "int 81"));
            case String s when s.length() == 82 -> "text 82";
            case Integer n when n == 83 -> await(t.leaf("i83", "int 83"));
            case String s when s.length() == 84 -> "text 84";
            case Integer n when n == 85 -> await(t.leaf("i85", "int 85"));
            case String s when s.length() == 86 -> "text 86";
            case Integer n when n == 87 -> await(t.leaf("i87", "int 87"));
            case String s when s.length() == 88 -> "text 88";
            case Integer n when n == 89 -> await(t.leaf("i89", "int 89"));
            case String s when s.length() == 90 -> "text 90";
            case Integer n when n == 91 -> await(t.leaf("i91", "int 91"));
            case String s when s.length() == 92 -> "text 92";
            case Integer n when n == 93 -> await(t.leaf("i93", "int 93"));
            case String s when s.length() == 94 -> "text 94";
            case Integer n when n == 95 -> await(t.leaf("i95", "int 95"));
            case String s when s.length() == 96 -> "text 96";
            case Integer n when n == 97 -> await(t.leaf("i97", "int 97"));
            case String s when s.length() == 98 -> "text 98";
            case Integer n when n == 99 -> await(t.leaf("i99", "int 99"));
            case String s when s.length() == 100 -> "text 100";
            case Integer n when n == 101 -> await(t.leaf("i101", "int 101"));
            case String s when s.length() == 102 -> "text 102";
            case Integer n when n == 103 -> await(t.leaf("i103", "int 103"));
            case String s when s.length() == 104 -> "text 104";
            case Integer n when n == 105 -> await(t.leaf("i105", "int 105"));
            case String s when s.length() == 106 -> "text 106";
            case Integer n when n == 107 -> await(t.leaf("i107", "int 107"));
            case String s when s.length() == 108 -> "text 108";
            case Integer n when n == 109 -> await(t.leaf("i109", "int 109"));
            case null, default -> await(t.leaf("d", "default"));
        };
    }

    @Case
    @AsyncFn
    static String nullWithDefaultTried(Trace t) {
        String all = "";
        Object[] values = {1, 109, 99, 101, "", "x".repeat(100), "x".repeat(108), "x".repeat(51), 2, 2.5, null};
        for (Object value : values) {
            try {
                all += await(nullWithDefault(t, value)) + "; ";
            } catch (NullPointerException e) {
                all += "no null; ";
            }
        }
        return all;
    }
}
