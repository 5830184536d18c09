package dev.keylint.module;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What files held when they were first read: a file that is read again must not tell another
/// story. Safe for several threads.
final class Fingerprints {
  private final Map<Path, Long> first = new ConcurrentHashMap<>();

  /// Whether the bytes of a file are those of the first time.
  boolean isUnchanged(Path file, byte[] bytes) {
    long print = ((long) bytes.length << 32) ^ (Arrays.hashCode(bytes) & 0xffff_ffffL);
    Long known = first.putIfAbsent(file, print);
    return known == null || known == print;
  }
}
