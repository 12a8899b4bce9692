package dev.asyncfn.test;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The jobs that can run now, from which a {@link Chooser} picks the next. Jobs may be added by any thread. */
final class Schedule {
    private Chooser chooser;
    private final Function<Runnable, String> name;
    /** Guarded by itself. */
    private final List<Runnable> ready = new ArrayList<>();

    /** @param name how the chooser knows a job */
    Schedule(Chooser chooser, Function<Runnable, String> name) {
        this.chooser = chooser;
        this.name = name;
    }

    /** From now on, those that came first go first: the chooser is asked no more. */
    void inOrder() {
        chooser = tasks -> 0;
    }

    void add(Runnable job) {
        synchronized (ready) {
            ready.add(job);
        }
    }

    /** Takes out the job that is to run next, or returns null if there is none. */
    Runnable next() {
        List<Runnable> jobs;
        synchronized (ready) {
            if (ready.isEmpty()) {
                return null;
            }
            jobs = List.copyOf(ready);
        }
        int chosen = Objects.checkIndex(chooser.choose(namesOf(jobs)), jobs.size());
        synchronized (ready) { // in the meantime, other threads can only have added to its end
            return ready.remove(chosen);
        }
    }

    /** Most choosers do not look at the names of many jobs. */
    private List<String> namesOf(List<Runnable> jobs) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return name.apply(jobs.get(index));
            }

            @Override
            public int size() {
                return jobs.size();
            }
        };
    }
}
