package dev.keylint.module;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/// What files held when they were first read: a file that is read again must not tell another
/// story. Safe for several threads.
final class Fingerprints {
  private final Map<Path, Long> first = new ConcurrentHashMap<>();

  /// Whether the bytes of a file are those of the first time.
  boolean isUnchanged(Path file, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    long print = ((long) bytes.length << 32) ^ sum.getValue();
    Long known = first.putIfAbsent(file, print);
    return known == null || known == print;
  }
}
