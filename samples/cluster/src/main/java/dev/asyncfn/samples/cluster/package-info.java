/** Accounts on a cluster of Apache Pekko: the README of this sample is the way in. */
package dev.asyncfn.samples.cluster;
