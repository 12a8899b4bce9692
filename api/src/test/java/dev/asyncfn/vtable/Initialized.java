package dev.asyncfn.vtable;

import java.util.ArrayList;
import java.util.List;

/** The classes that report their initialization. */
final class Initialized {
    static final List<String> names = new ArrayList<>();

    private Initialized() {}
}
