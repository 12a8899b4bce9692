package org.springframework.stereotype;

/** Stands for Spring's. */
public @interface Component {}
