package bodies.carried;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** Anonymous classes that only the class around them may declare: they stay there. */
final class KeptClasses {
    private interface Handler {
        String handle(String word);

        default Handler twice() {
            Handler self = this;
            return new Handler() {
                @Override
                public String handle(String word) {
                    return self.handle(self.handle(word));
                }
            };
        }
    }

    private abstract static class Task {
        final String name;
        int runs;

        Task(String name) {
            this.name = name;
            Trace.current().log("task " + name);
        }

        private Task() {
            this("plain");
        }

        abstract int run(int n);

        int all(int times) {
            int sum = 0;
            for (int i = 0; i < times; i++) {
                runs++;
                sum += run(i);
            }
            return sum;
        }
    }

    private abstract static class Plain {
        abstract String text();
    }

    private abstract static class Box<T> {
        final T value;

        Box(T value) {
            this.value = value;
        }

        abstract <R> R map(Function<? super T, ? extends R> f);
    }

    private abstract class Inner {
        int own = base;

        abstract int get();
    }

    private record User(String name) {}

    interface Visitor<R> {
        R visit(User user);
    }

    abstract static class Keeper {
        final User user;

        Keeper(User user, long n) {
            this.user = user;
            Trace.current().log("keeper " + n);
        }

        abstract String kept();
    }

    static class Loader {
        final int id;

        private Loader(int id) {
            this.id = id;
        }

        String load() {
            return "user " + id;
        }
    }

    private abstract static class Opened {
        Opened(Supplier<String> name, List<String> more, boolean fails) throws IOException {
            if (fails) {
                throw Trace.current().tag("io", new IOException(name.get()));
            }
            Trace.current().log(name.get() + more);
        }

        abstract String read() throws IOException;
    }

    private int base = 3;

    private String suffix() {
        return "/" + base;
    }

    private static String use(Handler handler, String word) {
        return handler.handle(word);
    }

    private static int use(Task task) {
        return task.all(2);
    }

    @Case
    @AsyncFn
    static String interfaces(Trace t) {
        String prefix = await(t.leaf("p", "p"));
        int count = 2;
        Handler handler = new Handler() {
            private int calls;

            @Override
            public String handle(String word) {
                calls++;
                return prefix + word.repeat(count) + calls;
            }
        };
        String first = handler.handle(await(t.leaf("n", "n")));
        return first + use(handler, "x") + use(handler.twice(), "y") + await(t.leaf("z", "z"));
    }

    /** Several variables of a type, which the class reads in another order than they are declared in. */
    @Case
    @AsyncFn
    static String order(Trace t) {
        String a = "a";
        String b = await(t.leaf("b", "b"));
        long c = 5;
        String d = await(t.leaf("d", "d"));
        double e = 2.5;
        int f = a.length() + 6;
        Handler handler = new Handler() {
            final String before = d + f;

            @Override
            public String handle(String word) {
                Supplier<String> last = () -> a + c;
                return b + before + e + new Object() {
                    String text() {
                        return word + last.get();
                    }
                }.text();
            }
        };
        return handler.handle("w") + await(t.leaf("z", "z"));
    }

    @Case
    @AsyncFn
    static String classes(Trace t) {
        int step = await(t.leaf("s", 4));
        Task task = new Task(await(t.leaf("name", "n"))) {
            @Override
            int run(int n) {
                return n * step + runs;
            }
        };
        Task other = new Task() {
            {
                runs = step;
            }

            @Override
            int run(int n) {
                return -n;
            }
        };
        await(t.tick("t"));
        return task.name + use(task) + task.runs + other.name + other.all(3) + other.runs;
    }

    /** The constructors that nobody has written are private, too. */
    @Case
    @AsyncFn
    static String defaultConstructors(Trace t) {
        List<Plain> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int round = i;
            all.add(new Plain() {
                @Override
                String text() {
                    return "r" + round;
                }
            });
            await(t.tick("t" + i));
        }
        String text = "";
        for (Plain plain : all) {
            text += plain.text() + await(t.leaf("l", 1));
        }
        return text;
    }

    @Case
    @AsyncFn
    static String generic(Trace t) {
        String word = await(t.leaf("w", "w"));
        Box<String> box = new Box<String>(word + "!") {
            @Override
            <R> R map(Function<? super String, ? extends R> f) {
                return f.apply(value + word);
            }
        };
        Box<String> inferred = new Box<>("i") {
            @Override
            <R> R map(Function<? super String, ? extends R> f) {
                return f.apply(value);
            }
        };
        return box.<Integer>map(String::length) + await(t.leaf("n", "n")) + inferred.<String>map(s -> s + s);
    }

    @AsyncFn
    String instance(Trace t, int n) {
        int more = await(t.leaf("m", 2));
        Task task = new Task("of " + base) {
            @Override
            int run(int i) {
                base += more;
                return base * n + KeptClasses.this.suffix().length();
            }
        };
        Inner inner = new Inner() {
            @Override
            int get() {
                return own + base + more;
            }
        };
        Handler unused = new Handler() {
            @Override
            public String handle(String word) {
                return word;
            }
        };
        await(t.tick("t"));
        return "" + use(task) + inner.get() + base + suffix() + use(unused, "u");
    }

    @Case
    @AsyncFn
    static String instances(Trace t) {
        return await(new KeptClasses().instance(t, 3)) + await(new KeptClasses().instance(t, 5));
    }

    static final class Generic<T extends Comparable<T>> {
        private final T value;

        Generic(T value) {
            this.value = value;
        }

        private interface Ordered<A> {
            int order(A other);
        }

        @AsyncFn
        <U extends CharSequence> String all(Trace t, List<? extends T> others, U word) {
            T first = others.get(await(t.leaf("i", 0)));
            Ordered<T> ordered = new Ordered<>() {
                @Override
                public int order(T other) {
                    return Integer.signum(value.compareTo(other) + first.compareTo(other)) + others.size() + word.length();
                }
            };
            return "" + ordered.order(first) + await(t.leaf("n", 1)) + ordered.order(value);
        }
    }

    @Case
    @AsyncFn
    static String genericOwner(Trace t) {
        return await(new Generic<>("b").all(t, List.of("a"), "w")) + await(new Generic<>(4).all(t, List.of(9, 8), "xy"));
    }

    /** Of an interface that can be named, with a method that is made of a private type. */
    @Case
    @AsyncFn
    static String overriding(Trace t) {
        User user = new User(await(t.leaf("u", "u")));
        Visitor<String> visitor = new Visitor<>() {
            @Override
            public String visit(User other) {
                return user.name() + other.name();
            }
        };
        Keeper keeper = new Keeper(user, 3) {
            @Override
            String kept() {
                return visitor.visit(this.user);
            }
        };
        return visitor.visit(new User("v")) + await(t.leaf("n", 1)) + keeper.kept() + keeper.user;
    }

    @Case
    @AsyncFn
    static String privateConstructor(Trace t) {
        Loader loader = new Loader(await(t.leaf("n", 7))) {
            @Override
            String load() {
                return "my " + super.load();
            }
        };
        return loader.load() + loader.id + await(t.leaf("z", "z"));
    }

    @Case
    @AsyncFn
    static String positions(Trace t) {
        String text = use(
                new Handler() {
                    @Override
                    public String handle(String word) {
                        return word + word;
                    }
                },
                await(t.leaf("w", "w")));
        Supplier<Handler> maker = () -> new Handler() {
            @Override
            public String handle(String word) {
                return text + word;
            }
        };
        Function<String, Handler> named = name -> {
            String twice = name + name;
            return new Handler() {
                @Override
                public String handle(String word) {
                    return name + word + twice;
                }
            };
        };
        Object any = await(t.leaf("any", "text"));
        boolean longer = any instanceof String s
                && use(
                                new Handler() {
                                    @Override
                                    public String handle(String word) {
                                        return s + word;
                                    }
                                },
                                "x")
                                .length()
                        > 4;
        Handler chosen = longer
                ? new Handler() {
                    @Override
                    public String handle(String word) {
                        return "long" + word;
                    }
                }
                : maker.get();
        await(t.tick("t"));
        return maker.get().handle("m") + named.apply("n").handle("h") + longer + chosen.handle("c");
    }

    @Case
    @AsyncFn
    static String failing(Trace t) {
        List<String> caught = new ArrayList<>();
        for (boolean fails : new boolean[] {false, true}) {
            try {
                Opened opened = new Opened(() -> "n" + fails, List.of("l"), fails) {
                    @Override
                    String read() throws IOException {
                        if (caught.isEmpty()) {
                            throw t.tag("read", new IOException("read"));
                        }
                        return "read" + caught.size();
                    }
                };
                caught.add(await(t.leaf("l", "ok")));
                caught.add(opened.read());
                caught.clear();
                opened.read();
            } catch (IOException e) {
                caught.add(e.getMessage() + await(t.leaf("c", 1)));
            }
        }
        return caught.toString();
    }

    @AsyncFn
    String inBlocks(Trace t) {
        String word = await(t.leaf("w", "w"));
        var block = async(() -> {
            String more = await(t.leaf("m", "m"));
            Handler handler = new Handler() {
                @Override
                public String handle(String other) {
                    return word + more + other + base;
                }
            };
            return use(handler, await(t.leaf("x", "x")));
        });
        var task = async(() -> use(new Task("t") {
            @Override
            int run(int n) {
                return word.length() + n;
            }
        }));
        return await(block) + await(task);
    }

    @Case
    @AsyncFn
    static String blocks(Trace t) {
        return await(new KeptClasses().inBlocks(t));
    }

    private static final class Own {
        private int n = 1;

        private interface Counter {
            int next();
        }

        @AsyncFn
        String all(Trace t) {
            Counter counter = new Counter() {
                @Override
                public int next() {
                    return n++;
                }
            };
            int first = counter.next() + await(t.leaf("n", 1));
            return first + "," + counter.next() + n;
        }
    }

    @Case
    @AsyncFn
    static String privateOwner(Trace t) {
        return await(new Own().all(t));
    }

    /** Nested in what stays, anything may stand, also what would be refused alone. */
    @Case
    @AsyncFn
    static String nested(Trace t) {
        String word = await(t.leaf("w", "w"));
        Handler handler = new Handler() {
            record Pair(User left, User right) {}

            @Override
            public String handle(String other) {
                Handler deep = new Handler() {
                    @Override
                    public String handle(String last) {
                        return new Pair(new User(word), new User(other)) + last;
                    }
                };
                return deep.handle("d");
            }
        };
        await(t.tick("t"));
        return handler.handle("o");
    }

    /** A class by the side has a number, too, and so have those of other methods. */
    private static Handler beside() {
        return new Handler() {
            @Override
            public String handle(String word) {
                return "beside";
            }
        };
    }

    @Case
    @AsyncFn
    static String numbers(Trace t) {
        Runnable plain = new Runnable() {
            @Override
            public void run() {
                t.log("plain");
            }
        };
        Handler one = new Handler() {
            @Override
            public String handle(String word) {
                return "one" + word;
            }
        };
        plain.run();
        await(t.tick("t"));
        Handler two = new Handler() {
            @Override
            public String handle(String word) {
                return "two" + word;
            }
        };
        CompletableFuture<Handler> later = CompletableFuture.completedFuture(one);
        return one.handle("1") + two.handle("2") + await(later).handle("3") + beside().handle("4")
                + one.getClass().getName() + two.getClass().isAnonymousClass();
    }
}
