package dev.keylint.eval.function;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Base64, data URIs and percent-encoding; all of UTF-8.
final class Encodings {
  private static final String DATA_URI = "data:text/plain;charset=utf-8;base64,";
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset=\"?([A-Za-z0-9._-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})++");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of(
              "base64",
              Signature.of(Kind.TEXT),
              arguments -> arguments.text(base64(arguments.text(0)))),
          PureFunction.of("base64ToString", Signature.of(Kind.TEXT), Encodings::base64ToString),
          PureFunction.of(
              "dataUri",
              Signature.of(Kind.TEXT),
              arguments -> arguments.text(DATA_URI + base64(arguments.text(0)))),
          PureFunction.of("dataUriToString", Signature.of(Kind.TEXT), Encodings::dataUriToString),
          PureFunction.of(
              "uriComponent",
              Signature.of(Kind.TEXT),
              arguments -> arguments.text(escape(arguments.text(0)))),
          PureFunction.of(
              "uriComponentToString",
              Signature.of(Kind.TEXT),
              arguments -> arguments.text(unescape(arguments.text(0)))));

  private Encodings() {}

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes of a base64 text, white space ignored; nothing if it is none.
  static Optional<byte[]> bytes(String base64) {
    String packed = base64.replaceAll("[ \t\r\n]", "");
    if (packed.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(packed));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static FunctionResult base64ToString(Arguments arguments) {
    return bytes(arguments.text(0))
        .map(bytes -> arguments.text(new String(bytes, StandardCharsets.UTF_8)))
        .orElseGet(() -> arguments.fail("wants a base64 string"));
  }

  private static FunctionResult dataUriToString(Arguments arguments) {
    String uri = arguments.text(0);
    int comma = uri.indexOf(',');
    if (comma < 0 || !uri.regionMatches(true, 0, "data:", 0, 5)) {
      return arguments.fail("wants a data URI");
    }
    String media = uri.substring(0, comma);
    String data = uri.substring(comma + 1);
    Optional<Charset> charset = charset(media);
    if (charset.isEmpty()) {
      return arguments.open();
    }
    if (!media.toLowerCase(Locale.ROOT).endsWith(";base64")) {
      return arguments.text(unescape(data));
    }
    return bytes(data)
        .map(bytes -> arguments.text(new String(bytes, charset.orElseThrow())))
        .orElseGet(() -> arguments.fail("wants base64 data"));
  }

  private static Optional<Charset> charset(String media) {
    Matcher named = CHARSET.matcher(media);
    try {
      return Optional.of(named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }

  /// All but the unreserved characters of RFC 3986.
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (unit & 0xff);
      boolean plain =
          (character >= 'a' && character <= 'z')
              || (character >= 'A' && character <= 'Z')
              || (character >= '0' && character <= '9')
              || "-._~".indexOf(character) >= 0;
      if (plain) {
        escaped.append(character);
      } else {
        escaped.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return escaped.toString();
  }

  /// Escapes that are no UTF-8 stay.
  private static String unescape(String text) {
    return ESCAPES
        .matcher(text)
        .replaceAll(run -> {
          byte[] bytes = HEX.parseHex(run.group().replace("%", ""));
          try {
            return Matcher.quoteReplacement(
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
          } catch (CharacterCodingException _) {
            return run.group();
          }
        });
  }
}
