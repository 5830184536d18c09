package dev.keylint.eval.function;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Names made by hashing other names: `guid` and `uniqueString`.
final class Hashes {
  private static final UUID NAMESPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int UNIQUE_LENGTH = 13;

  static final List<PureFunction> FUNCTIONS =
      List.of(hash("guid", Hashes::guid), hash("uniqueString", Hashes::unique));

  private Hashes() {}

  private static PureFunction hash(String name, Function<byte[], String> hash) {
    return PureFunction.of(
        name,
        Signature.atLeast(1, Kind.SCALAR),
        arguments -> {
          String joined =
              arguments.values().stream().map(Rendering::text).collect(Collectors.joining("-"));
          return arguments.text(hash.apply(joined.getBytes(StandardCharsets.UTF_8)));
        });
  }

  /// A UUID of version 5 (RFC 9562) in Azure's own namespace.
  private static String guid(byte[] name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(
          ByteBuffer.allocate(16)
              .putLong(NAMESPACE.getMostSignificantBits())
              .putLong(NAMESPACE.getLeastSignificantBits())
              .flip());
      ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name));
      long high = (digest.getLong() & ~0xf000L) | 0x5000L;
      long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static String unique(byte[] name) {
    long hash = Murmur64.hash(name);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < UNIQUE_LENGTH; i++) {
      text.append(DIGITS.charAt((int) (hash >>> 59)));
      hash <<= 5;
    }
    return text.toString();
  }
}
