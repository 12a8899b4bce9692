package bodies.carried;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What is done with private classes themselves. */
final class Operations {
    private record User(String name) {}

    private static class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int code;

        Failure(int code) {
            super("failure " + code);
            this.code = code;
        }
    }

    interface Style<T> {}

    static final class Plain implements Style<Object> {}

    private enum Color {
        RED,
        GREEN,
        BLUE {
            @Override
            public String toString() {
                return "blue!";
            }
        }
    }

    static User user(String name) {
        return new User(name);
    }

    static Color color(String name) {
        return name == null ? null : Color.valueOf(name);
    }

    static RuntimeException failure(int code) {
        return new Failure(code);
    }

    private static String all(User... users) {
        String s = users.getClass().getSimpleName();
        for (User user : users) {
            s += user == null ? "-" : user.name();
        }
        return s;
    }

    @Case
    @AsyncFn
    static String tests(Trace t) {
        Object user = await(t.leaf("o", (Object) user("a")));
        Object other = "b";
        boolean all = user instanceof User && !(other instanceof User);
        return all + " " + (await(t.leaf("p", user)) instanceof User) + (null instanceof User);
    }

    @Case
    @AsyncFn
    static String casts(Trace t) {
        Object o = user("a");
        User user = (User) o;
        String s = user.name() + ((User) await(t.leaf("o", o))).name();
        User none = (User) null;
        try {
            Object wrong = "wrong";
            await(t.tick("t"));
            return s + ((User) wrong).name();
        } catch (ClassCastException e) {
            return s + none + "no user";
        }
    }

    @Case
    @AsyncFn
    static String classes(Trace t) {
        Class<User> type = User.class;
        await(t.tick("t"));
        return type.getSimpleName() + type.cast(user("a")).name() + Color.class.getEnumConstants().length
                + (user("b").getClass() == User.class);
    }

    @Case
    @AsyncFn
    static String arrays(Trace t) {
        User[] two = new User[await(t.leaf("n", 2))];
        two[0] = user("a");
        User[] some = {user("b"), two[0], await(t.leaf("u", user("c")))};
        User[] more = new User[] {some[2], null};
        await(t.tick("t"));
        IntFunction<User[]> maker = User[]::new;
        User[] copied = List.of(two[0], some[0]).toArray(User[]::new);
        two[1] = copied[1];
        return two.length + some[2].name() + more[0].name() + more[1] + maker.apply(3).length
                + copied[0].name() + two[1].name() + two.getClass().getSimpleName()
                + some.getClass().getComponentType().getSimpleName() + new User[0].length;
    }

    /** Those are named as anywhere else. */
    @Case
    @AsyncFn
    static String arraysOfOtherClasses(Trace t) {
        User user = user("a");
        Style<?>[] styles = new Style<?>[await(t.leaf("n", 2))];
        styles[0] = new Plain();
        Plain[][] plain = new Plain[1][await(t.leaf("m", 3))];
        Style<?>[][] rows = new Style<?>[][] {styles, {new Plain()}, new Plain[await(t.leaf("k", 1))]};
        Object[] listed = List.of(styles[0], plain[0].length).toArray(new Object[await(t.leaf("l", 0))]);
        Supplier<Style<?>[]> maker = () -> new Style<?>[5];
        return user.name() + styles.getClass().getSimpleName() + plain.getClass().getSimpleName() + plain[0].length
                + rows[1].length + rows[2].getClass().getSimpleName() + listed.length + maker.get().length;
    }

    @Case
    @AsyncFn
    static String arraysOfArrays(Trace t) {
        User[][] table = new User[await(t.leaf("n", 2))][3];
        table[0][1] = user("a");
        User[][] half = new User[await(t.leaf("m", 4))][];
        half[0] = table[0];
        User[][] some = {{user("b"), user(await(t.leaf("c", "c")))}, {}, table[1], null};
        User[][][] deep = new User[][][] {some, {{user("d")}}};
        User[][][] deeper = new User[1][2][];
        IntFunction<User[][]> maker = User[][]::new;
        await(t.tick("t"));
        String s = "";
        for (User[] row : some) {
            for (User user : row == null ? new User[0] : row) {
                s += user == null ? "-" : user.name();
            }
        }
        User[][] copy = some.clone();
        return s + table[1].length + half[1] + half[0][1].name() + copy[0][0].name() + copy.length + deep[1][0][0].name()
                + deep[0].getClass().getSimpleName() + deeper[0].length + deeper[0][1] + maker.apply(3).length
                + half.getClass().getSimpleName() + some[1].getClass().getSimpleName();
    }

    @Case
    @AsyncFn
    static String typesOfArrays(Trace t) {
        Object o = new User[] {user("a")};
        Object p = new User[][] {{user("b")}};
        await(t.tick("t"));
        String s = ((User[]) o)[0].name() + ((User[][]) p)[0][0].name() + (o instanceof User[]) + (p instanceof User[])
                + (p instanceof User[][]) + (p instanceof Object[][]) + User[].class.getSimpleName()
                + User[][].class.getSimpleName();
        try {
            User[][] made = new User[1][await(t.leaf("size", 2))];
            made[0][1] = user("m");
            s += made[0][1].name();
            return s + ((User[]) p).length;
        } catch (ClassCastException e) {
            return s + "cast";
        }
    }

    @Case
    @AsyncFn
    static String negativeSizes(Trace t) {
        int n = await(t.leaf("n", -1));
        try {
            return "" + new User[n][2].length;
        } catch (NegativeArraySizeException e) {
            return e.getMessage() + await(t.leaf("z", "z"));
        }
    }

    @Case
    @AsyncFn
    static String variableArity(Trace t) {
        User[] array = {user("p"), user("q")};
        String s = all(user("a"), user("b")) + all() + all(user("c"), null);
        await(t.tick("t"));
        return s + all(array) + all(user("d"), await(t.leaf("u", user("e")))) + all(await(t.leaf("f", user("f"))));
    }

    @Case
    @AsyncFn
    static String switches(Trace t) {
        String s = "";
        for (Color color : Color.values()) {
            switch (color) {
                case RED:
                    s += "r" + await(t.leaf("x", "x"));
                    break;
                case GREEN:
                    s += "g";
                default:
                    s += "d";
            }
            switch (color) {
                case RED, GREEN -> s += "1";
                case BLUE -> s += "2";
            }
            s += switch (color) {
                case RED -> "R";
                case GREEN -> await(t.leaf("y", "G"));
                case BLUE -> color.toString();
            };
        }
        return s;
    }

    @Case
    @AsyncFn
    static String switchesInText(Trace t) {
        Color color = color(await(t.leaf("c", "GREEN")));
        Supplier<Integer> n = () -> switch (color) {
            case RED -> 1;
            case GREEN -> 2;
            case BLUE -> 3;
        };
        String s = "";
        switch (color("BLUE")) {
            case BLUE:
                s += "b";
                break;
            default:
                s += "d";
        }
        int old = switch (color) {
            case RED, BLUE: yield 1;
            case GREEN: {
                s += "g";
                yield 2;
            }
        };
        return s + n.get() + old;
    }

    @Case
    @AsyncFn
    static String switchOverNull(Trace t) {
        Color color = color(await(t.leaf("c", (String) null)));
        try {
            switch (color) {
                case RED:
                    return "red";
                default:
                    return "other";
            }
        } catch (NullPointerException e) {
            return "null";
        }
    }

    @Case
    @AsyncFn
    static String thrown(Trace t) {
        try {
            await(t.tick("t"));
            throw new Failure(3);
        } catch (RuntimeException e) {
            return e.getMessage() + (e instanceof Failure ? ((Failure) e).code : 0) + failure(4).getMessage();
        }
    }
}
