/** An HTTP service of async fns: {@link dev.asyncfn.samples.service.Main} runs it, and the README of this module walks through it. */
package dev.asyncfn.samples.service;
