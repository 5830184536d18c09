package dev.keylint.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// A path below the repository's root as a URI reference: relative, percent-encoded, without `..`;
/// `.` for the root itself.
final class RelativeUri {
  private static final String UNRESERVED = "-._~!$&'()*+,;=@";

  private RelativeUri() {}

  /// The URI of a path that is relative to `root`, which is relative to the repository; both may
  /// use either slash.
  static String of(String root, String path) {
    Deque<String> names = new ArrayDeque<>();
    for (String name : (root + "/" + path).replace('\\', '/').split("/")) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.addLast(encode(name));
      }
    }
    return names.isEmpty() ? "." : String.join("/", names);
  }

  /// Also a colon is encoded, or the part before it would be a scheme.
  private static String encode(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) {
        encoded.append(c);
      } else {
        encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
      }
    }
    return encoded.toString();
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
