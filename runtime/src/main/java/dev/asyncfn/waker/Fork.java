package dev.asyncfn.waker;

import dev.asyncfn.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A {@link Relay} with any number of tasks, each of which has a {@link Place}. Not exported. */
public abstract class Fork extends Relay {
    /** A relay whose tasks have not come yet. */
    protected Fork() {}

    /**
     * Takes a note of a wake, and {@linkplain Place#before puts} the places of all tasks before {@code others}. Calls no waker.
     *
     * @param others a list, or null
     * @return the list of all
     */
    protected abstract Place enlist(Place others);

    /**
     * Wakes the tasks of a list, in order. The exception of a waker is reported, and keeps no other from being woken.
     *
     * @param list a list from {@link #enlist}, or null; it is empty afterwards
     */
    protected static void wakeAll(Place list) {
        Relay.wake(null, list);
    }

    /** Not called: it has no single waker to return. */
    @Override
    protected final Waker note() {
        throw new AssertionError("a fork has a list");
    }

    /**
     * The place of one task, and the node of the list of the thread that is about to wake it. It is in one list at most: a thread that finds
     * it in another's list leaves it there, because that thread takes the waker later than this.
     */
    public static final class Place extends WakerSlot {
        private static final VarHandle ENLISTED;

        static {
            try {
                ENLISTED = MethodHandles.lookup().findVarHandle(Place.class, "enlisted", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        @SuppressWarnings("unused") // by the VarHandle
        private volatile boolean enlisted;

        /** Only the thread that has turned {@code enlisted} on may write it, until it turns that off. */
        private Place next;

        /** A place without a waker. */
        public Place() {}

        /**
         * The list of this place and {@code list}, which may be null; or {@code list} itself, if another thread is about to wake the task of
         * this place.
         *
         * @param list may be null
         * @return the list that contains this place if the task has to be woken by the calling thread
         */
        public Place before(Place list) {
            if ((boolean) ENLISTED.getAndSet(this, true)) {
                return list;
            }
            next = list;
            return this;
        }

        /**
         * Takes this place, the first of a list, out of it.
         *
         * @return the rest of the list, or null
         */
        Place leave() {
            Place rest = next;
            next = null;
            ENLISTED.getAndSet(
                    this, false); // before the waker is taken, so that a later wake finds either it or this place free
            return rest;
        }
    }
}
