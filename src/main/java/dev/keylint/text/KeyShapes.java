package dev.keylint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what has the shape of a key or a token, whatever it is called.
public final class KeyShapes {
  /// The shortest run of letters, digits and the signs of keys that is looked at more closely.
  private static final int SHORTEST_RUN = 16;

  /// What looks like a key: a signed token; the secret of a connection string or signed link; the
  /// hexadecimal keys of AI services; the alphanumeric ones of AI services and Search; Base64 keys
  /// of Storage and others, and the lines of a private key.
  private static final Pattern KEY_SHAPED =
      Pattern.compile(
          """
          \\beyJ[\\w-]{10,}\\.[\\w-]{10,}(?:\\.[\\w-]+)?\
          |(?i:\\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig|api-?key|password|pwd|client_?secret)=)\
          (?<value>(?=[^;&\\s'"]*\\d)[\\w+/=%-]{12,})\
          |(?<!\\w)(?=[0-9]*[a-fA-F])(?=[a-fA-F]*[0-9])[0-9a-fA-F]{32}(?!\\w)\
          |(?<![\\w+/])(?=[0-9]*+[a-zA-Z])(?=(?:[a-zA-Z]*+[0-9]){4})[0-9a-zA-Z]{40,}+(?![\\w+/])\
          |(?<![\\w+/])[0-9a-zA-Z+/]{42,}+={1,2}\
          |(?<![\\w+/])(?=(?:[a-zA-Z+/]*+[0-9]){4})[0-9a-zA-Z+/]{60,}+(?![\\w+/])\
          """);

  /// What a run consists of, by character: whole files are searched.
  private static final boolean[] IN_KEY = new boolean[0x80];

  static {
    for (char c = 0; c < IN_KEY.length; c++) {
      IN_KEY[c] = Character.isLetterOrDigit(c) || "+/=_%-.".indexOf(c) >= 0;
    }
  }

  private KeyShapes() {}

  /// The places in a text, in order; in `password=…` only what stands behind the sign.
  public static List<Span> in(String text) {
    List<Span> found = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      int end = start;
      boolean digit = false;
      for (; end < text.length() && inKey(text.charAt(end)); end++) {
        digit |= text.charAt(end) <= '9' && text.charAt(end) >= '0';
      }
      if (digit && end - start >= SHORTEST_RUN) {
        shaped(text, start, end, found);
      }
      start = end;
    }
    return found;
  }

  private static void shaped(String text, int start, int end, List<Span> found) {
    Matcher shaped = KEY_SHAPED.matcher(text.substring(start, end));
    while (shaped.find()) {
      boolean inside = shaped.start("value") >= 0;
      found.add(
          new Span(
              start + (inside ? shaped.start("value") : shaped.start()), start + shaped.end()));
    }
  }

  private static boolean inKey(char c) {
    return c < IN_KEY.length && IN_KEY[c];
  }
}
