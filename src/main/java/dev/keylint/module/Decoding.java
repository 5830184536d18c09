package dev.keylint.module;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
    int mark = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    Decoding decoded = decode(bytes, mark, StandardCharsets.UTF_8);
    // A NUL says that a file is no text, as it does for git.
    return decoded.text.indexOf('\0') < 0 ? Optional.of(decoded) : Optional.empty();
  }

  /// The text of a file whose encoding its reader names, as load functions may.
  static Decoding of(byte[] bytes, Charset charset) {
    Decoding decoded = decode(bytes, 0, charset);
    boolean marked = decoded.text.startsWith("\uFEFF");
    return marked ? new Decoding(decoded.text.substring(1), decoded.faithful) : decoded;
  }

  /// A text in the encoding of a file, with its byte order mark; empty when that file is no text or
  /// has bytes that are not legal, which would be lost.
  static Optional<byte[]> encode(String text, byte[] like) {
    if (of(like).filter(Decoding::faithful).isEmpty()) {
      return Optional.empty();
    }
    String marked = startsWith(like, 0xEF, 0xBB, 0xBF) ? "\uFEFF" + text : text;
    if (startsWith(like, 0xFE, 0xFF)) {
      return Optional.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
    }
    return Optional.of(
        startsWith(like, 0xFF, 0xFE)
            ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)
            : marked.getBytes(StandardCharsets.UTF_8));
  }

  private static Decoding decode(byte[] bytes, int from, Charset charset) {
    String text = new String(bytes, from, bytes.length - from, charset);
    // Only a text with the replacement character can have lost anything.
    boolean faithful = text.indexOf('\uFFFD') < 0 || isLegal(bytes, from, charset);
    return new Decoding(text, faithful);
  }

  private static boolean isLegal(byte[] bytes, int from, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
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
