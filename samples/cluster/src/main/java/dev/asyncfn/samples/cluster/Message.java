package dev.asyncfn.samples.cluster;

/** What nodes send to each other, or the journal keeps: {@code application.conf} has it serialized as CBOR. */
interface Message {}
