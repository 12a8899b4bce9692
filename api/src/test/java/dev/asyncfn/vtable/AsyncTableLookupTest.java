package dev.asyncfn.vtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncTable;
import dev.asyncfn.Future;
import dev.asyncfn.vtable.far.Abroad;
import dev.asyncfn.vtable.far.Stranger;
import dev.asyncfn.vtable.near.Base;
import dev.asyncfn.vtable.near.Home;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How the entries of a class are found, and what they keep alive. */
class AsyncTableLookupTest {
    @Nested
    class ByName {
        @Test
        void theEntriesOfAClassAreInitializedByTheFirstCall() {
            assertThat(Async.blockOn(RepoAsync.find(new SqlRepo(), 3))).isEqualTo("async 3");
        }

        @Test
        void aMemberClassHasTheNamesOfAllClassesAroundIt() {
            assertThat(Async.blockOn(RepoAsync.find(new SqlRepo.Cached(), 3))).isEqualTo("cached 3");
        }

        @Test
        void localClassesInheritTheEntries() {
            class Local extends SqlRepo {}
            assertThat(Async.blockOn(RepoAsync.find(new Local(), 3))).isEqualTo("async 3");
            assertThat(Async.blockOn(RepoAsync.find(new SqlRepo() {}, 3))).isEqualTo("async 3");
        }

        @Test
        void anUnrelatedClassOfTheGeneratedNameIsNotInitialized() {
            assertThat(Async.blockOn(RepoAsync.find(new OtherRepo(), 3))).isEqualTo("other 3");
            assertThat(Initialized.names).isEmpty();
        }
    }

    @Nested
    class Packages {
        interface Name {
            Future<String> future(Base self);
        }

        private final AsyncTable<Name> tables = AsyncTable.of(
                Base.class,
                overrides -> overrides.nearest(Name.class, self -> AsyncTable.call(() -> Base.call(self)), "name()"));

        @Test
        void aMethodOfAnotherPackageDoesNotOverrideAPackagePrivateOne() throws Exception {
            tables.put(Name.class, "name()", Base.class, self -> Future.ready("async Base"));
            assertThat(Base.call(new Stranger())).isEqualTo("Base");
            assertThat(name(new Stranger())).isEqualTo("async Base");
        }

        @Test
        void aMethodOfTheSamePackageFurtherDownDoes() throws Exception {
            tables.put(Name.class, "name()", Base.class, self -> Future.ready("async Base"));
            assertThat(name(new Home())).isEqualTo(Base.call(new Home())).isEqualTo("Home");
        }

        @Test
        void anOverrideOfAPublicOverrideOverridesBoth() throws Exception {
            tables.put(Name.class, "name()", Home.class, self -> Future.ready("async Home"));
            assertThat(name(new Abroad())).isEqualTo(Base.call(new Abroad())).isEqualTo("Abroad");
        }

        private String name(Base self) {
            return Async.blockOn(tables.of(self).future(self));
        }
    }

    @Nested
    class Unloading {
        /** Loads the implementation, and what is generated for it, apart from the interface. */
        private static final class Implementations extends ClassLoader {
            Implementations() {
                super(AsyncTableLookupTest.class.getClassLoader());
            }

            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith(SqlRepo.class.getName())) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                try (InputStream in = Objects.requireNonNull(
                        SqlRepo.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class"),
                        name)) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        }

        private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

        @Test
        void tablesKeepNoImplementationLoaded() throws Exception {
            WeakReference<ClassLoader> loader = use();
            while (loader.get() != null) {
                System.gc();
                collected.remove(10); // the event to wait for
            }
            assertThat(loader.get()).isNull();
        }

        private WeakReference<ClassLoader> use() throws Exception {
            ClassLoader loader = new Implementations();
            Class<?> loaded = Class.forName(SqlRepo.class.getName(), true, loader);
            assertThat(loaded).isNotEqualTo(SqlRepo.class);
            Constructor<?> constructor = loaded.getDeclaredConstructor();
            constructor.setAccessible(true);
            Repo repo = (Repo) constructor.newInstance();
            assertThat(Async.blockOn(RepoAsync.find(repo, 3))).isEqualTo("async 3");
            return new WeakReference<>(loader, collected);
        }
    }
}
