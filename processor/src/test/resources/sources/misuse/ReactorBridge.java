package dev.asyncfn.bridge.reactor;

public class ReactorBridge {}
