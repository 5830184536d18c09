package dev.keylint.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// What stays the same of a finding when lines move: its rule, resource and property.
///
/// Baselines go by it, so a change of what goes in needs a new version.
public final class Fingerprint {
  /// Name of this way to make it.
  public static final String VERSION = "keylint/v1";

  private Fingerprint() {}

  /// 16 hexadecimal digits.
  public static String of(Finding finding) {
    Finding.Subject subject = finding.subject();
    String identity =
        String.join(
            "\n",
            finding.ruleId(),
            subject.type().toLowerCase(Locale.ROOT),
            subject.id().toLowerCase(Locale.ROOT),
            subject.property().toLowerCase(Locale.ROOT));
    return HexFormat.of()
        .formatHex(sha256().digest(identity.getBytes(StandardCharsets.UTF_8)), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
