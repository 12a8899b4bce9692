package dev.asyncfn.bridge.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A service whose messages are strings, as gRPC's compiler would write it: a stub, and a base class. */
final class Texts {
    private static final MethodDescriptor<String, String> UNARY = method("unary", MethodType.UNARY);
    private static final MethodDescriptor<String, String> LIST = method("list", MethodType.SERVER_STREAMING);
    private static final MethodDescriptor<String, String> COLLECT = method("collect", MethodType.CLIENT_STREAMING);
    private static final MethodDescriptor<String, String> CHAT = method("chat", MethodType.BIDI_STREAMING);

    private Texts() {}

    /** What an async stub has, and a future stub's method. */
    record Stub(Channel channel, CallOptions options) {
        void unary(String request, StreamObserver<String> responses) {
            ClientCalls.asyncUnaryCall(channel.newCall(UNARY, options), request, responses);
        }

        com.google.common.util.concurrent.ListenableFuture<String> unaryFuture(String request) {
            return ClientCalls.futureUnaryCall(channel.newCall(UNARY, options), request);
        }

        void list(String request, StreamObserver<String> responses) {
            ClientCalls.asyncServerStreamingCall(channel.newCall(LIST, options), request, responses);
        }

        StreamObserver<String> collect(StreamObserver<String> responses) {
            return ClientCalls.asyncClientStreamingCall(channel.newCall(COLLECT, options), responses);
        }

        StreamObserver<String> chat(StreamObserver<String> responses) {
            return ClientCalls.asyncBidiStreamingCall(channel.newCall(CHAT, options), responses);
        }
    }

    /** To be overridden. */
    static class Service {
        void unary(String request, StreamObserver<String> responses) {
            ServerCalls.asyncUnimplementedUnaryCall(UNARY, responses);
        }

        void list(String request, StreamObserver<String> responses) {
            ServerCalls.asyncUnimplementedUnaryCall(LIST, responses);
        }

        StreamObserver<String> collect(StreamObserver<String> responses) {
            return ServerCalls.asyncUnimplementedStreamingCall(COLLECT, responses);
        }

        StreamObserver<String> chat(StreamObserver<String> responses) {
            return ServerCalls.asyncUnimplementedStreamingCall(CHAT, responses);
        }

        final ServerServiceDefinition definition() {
            return ServerServiceDefinition.builder("texts")
                    .addMethod(UNARY, ServerCalls.asyncUnaryCall(this::unary))
                    .addMethod(LIST, ServerCalls.asyncServerStreamingCall(this::list))
                    .addMethod(COLLECT, ServerCalls.asyncClientStreamingCall(this::collect))
                    .addMethod(CHAT, ServerCalls.asyncBidiStreamingCall(this::chat))
                    .build();
        }
    }

    private static MethodDescriptor<String, String> method(String name, MethodType type) {
        return MethodDescriptor.<String, String>newBuilder()
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName("texts", name))
                .setRequestMarshaller(new Utf8())
                .setResponseMarshaller(new Utf8())
                .build();
    }

    /** A text that cannot be sent. */
    static final String UNSENDABLE = "unsendable";

    private static final class Utf8 implements MethodDescriptor.Marshaller<String> {
        @Override
        public InputStream stream(String text) {
            if (text.equals(UNSENDABLE)) {
                throw new IllegalArgumentException("this text cannot be sent");
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String parse(InputStream bytes) {
            try {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
