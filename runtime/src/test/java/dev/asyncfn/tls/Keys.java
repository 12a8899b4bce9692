package dev.asyncfn.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The keys of tests, valid for a hundred years: one of a server, for {@code localhost} and {@code 127.0.0.1}, and one of a client. Made by
 *
 * <pre>
 * keytool -genkeypair -alias server -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -keyalg EC -groupname secp256r1 \
 *     -validity 36500 -storetype PKCS12 -keystore test.p12 -storepass changeit
 * keytool -genkeypair -alias client -dname CN=client -keyalg EC -groupname secp256r1 \
 *     -validity 36500 -storetype PKCS12 -keystore test.p12 -storepass changeit
 * </pre>
 */
public final class Keys {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private Keys() {}

    private static KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Keys.class.getResourceAsStream("test.p12")) {
            store.load(file, PASSWORD);
        }
        return store;
    }

    /** Has the key of {@code alias} only, and trusts both. */
    private static SSLContext context(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = store();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, PASSWORD);
        own.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(all);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** A context of a server. */
    public static SSLContext ofServer() {
        return unchecked("server");
    }

    /** A context of a client, which has a key, too. */
    public static SSLContext ofClient() {
        return unchecked("client");
    }

    private static SSLContext unchecked(String alias) {
        try {
            return context(alias);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Trusts nobody that a test has a key of. */
    public static SSLContext ofStranger() throws GeneralSecurityException {
        return SSLContext.getDefault();
    }

    /** Writes the server's key and certificate as PEM, for OpenSSL. */
    public static Path writePem(Path folder) throws IOException, GeneralSecurityException {
        KeyStore all = store();
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + base64.encodeToString(all.getKey("server", PASSWORD).getEncoded())
                + "\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"
                + base64.encodeToString(all.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve("server.pem"), pem);
    }
}
