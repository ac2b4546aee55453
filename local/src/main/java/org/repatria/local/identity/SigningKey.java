package org.repatria.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that tokens are signed with; it is kept in a file so that tokens outlive a restart. */
final class SigningKey {

    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey keptIn(Path directory) {
        Path file = directory.resolve("signing-key.json");
        try {
            Files.createDirectories(directory);
            return Files.exists(file) ? RSAKey.parse(Files.readString(file)) : made(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(
                    file + " is not a signing key. Delete it to have a new one made; everybody signs in again then.",
                    e);
        }
    }

    private static RSAKey made(Path file) throws IOException {
        RSAKey key = generated();
        Path unfinished = Files.createTempFile(file.getParent(), "signing-key", ".new");
        if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(unfinished, key.toJSONString());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JDK makes no RSA keys", e);
        }
    }
}
