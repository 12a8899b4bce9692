package lib.impl;

public class Hidden {}
