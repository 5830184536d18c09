package dev.keylint.module;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A digest as registries write it: `sha256:` or `sha512:` and lower-case hexadecimal digits.
record ContentDigest(String text) {
  private static final Pattern FORM =
      Pattern.compile("(sha256):[0-9a-f]{64}|(sha512):[0-9a-f]{128}");

  /// The digest of this text; empty when it has another form.
  static Optional<ContentDigest> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ContentDigest(text)) : Optional.empty();
  }

  /// The SHA-256 digest of bytes.
  static ContentDigest sha256(byte[] bytes) {
    return of("sha256", "SHA-256", bytes);
  }

  /// Whether bytes have this digest.
  boolean matches(byte[] bytes) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("no digest: " + text);
    }
    ContentDigest actual =
        matcher.group(1) != null ? sha256(bytes) : of("sha512", "SHA-512", bytes);
    return equals(actual);
  }

  private static ContentDigest of(String name, String algorithm, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
      return new ContentDigest(name + ":" + HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
