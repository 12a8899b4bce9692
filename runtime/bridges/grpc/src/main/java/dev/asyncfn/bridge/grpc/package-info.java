/**
 * A bridge to gRPC: {@link dev.asyncfn.bridge.grpc.GrpcClient} makes futures and streams of the methods of stubs, and
 * {@link dev.asyncfn.bridge.grpc.GrpcServer} answers calls with the futures and streams of async fns.
 *
 * <p>No parameter and no result in this package may be null unless its description says so. Messages are values that need no end: none is
 * closed, also if nobody takes it.
 */
package dev.asyncfn.bridge.grpc;
