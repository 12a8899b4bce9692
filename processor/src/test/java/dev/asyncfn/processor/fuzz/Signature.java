package dev.asyncfn.processor.fuzz;

import java.util.List;

/** An async fn of a generated program. Each calls only later ones, so there is no recursion. */
record Signature(String name, Type returns, List<Type> parameters, boolean isStatic, boolean checked) {}
