package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;

/**
 * A place where the body uses a variable that is a field.
 *
 * @param field its name
 * @param step null at the end of the block
 */
public record FieldUse(String field, Block block, Step step, boolean reads, boolean writes) {}
