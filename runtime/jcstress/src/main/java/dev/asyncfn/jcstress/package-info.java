/**
 * Two threads at a time race on each lock-free piece of the runtime, under OpenJDK's jcstress. A class for each piece; each class in it is
 * a race, whose outcomes are all listed, and any other is forbidden. Fields that one side writes and the other reads are plain wherever
 * the piece itself has to publish them.
 */
package dev.asyncfn.jcstress;
