package dev.keylint.module;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Bytes to characters: UTF-8 unless a byte order mark says UTF-16.
///
/// @param faithful whether every byte was legal; illegal ones have become U+FFFD
record Decoding(String text, boolean faithful) {

  /// The text of a file; empty when the bytes are no text.
  static Optional<Decoding> of(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(decode(bytes, 2, StandardCharsets.UTF_16BE));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(decode(bytes, 2, StandardCharsets.UTF_16LE));
    }
    if (isBinary(bytes)) {
      return Optional.empty();
    }
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return Optional.of(decode(bytes, mark, StandardCharsets.UTF_8));
  }

  /// The text of a file whose encoding its reader names, as load functions may.
  static Decoding of(byte[] bytes, Charset charset) {
    Decoding decoded = decode(bytes, 0, charset);
    boolean marked = decoded.text.startsWith("\uFEFF");
    return marked ? new Decoding(decoded.text.substring(1), decoded.faithful) : decoded;
  }

  private static Decoding decode(byte[] bytes, int from, Charset charset) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      return new Decoding(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString(),
          true);
    } catch (CharacterCodingException _) {
      return new Decoding(new String(bytes, from, bytes.length - from, charset), false);
    }
  }

  /// A NUL says that a file is no text, as it does for git.
  private static boolean isBinary(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
