package dev.asyncfn.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.util.HashSet;
import java.util.Set;

/** Returns from every select at once, with nothing, as a defect of an operating system has made selectors do; or fails. */
final class BrokenSelector extends Selector {
    int wakeups;
    /** What a select throws, if not null. */
    IOException failure;
    /** What happens during a select. */
    Runnable during = () -> {};

    private boolean open = true;

    @Override
    public int select() throws IOException {
        during.run();
        if (failure != null) {
            throw failure;
        }
        return 0;
    }

    @Override
    public int select(long timeout) throws IOException {
        return select();
    }

    @Override
    public int selectNow() throws IOException {
        return select();
    }

    @Override
    public Set<SelectionKey> keys() {
        return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return new HashSet<>();
    }

    @Override
    public Selector wakeup() {
        wakeups++;
        return this;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public SelectorProvider provider() {
        return SelectorProvider.provider();
    }
}
