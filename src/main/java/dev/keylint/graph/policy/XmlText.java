package dev.keylint.graph.policy;

import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import java.util.Map;

/// What the characters of a policy's XML stand for: character references and entities put in,
/// comments left out, `CDATA` taken as it is.
final class XmlText {
  private static final Map<String, String> ENTITIES =
      Map.of("quot", "\"", "apos", "'", "lt", "<", "gt", ">", "amp", "&");
  private static final String CDATA = "<![CDATA[";

  private XmlText() {}

  /// The value of an attribute.
  static PartialText attribute(PartialText written) {
    return decode(written, new PartialTextBuilder()).build(written.origin());
  }

  /// The content of an element that holds a text only.
  static PartialText content(PartialText written) {
    String chars = written.chars();
    PartialTextBuilder text = new PartialTextBuilder();
    int from = 0;
    for (int at = chars.indexOf("<!"); at >= 0; at = chars.indexOf("<!", from)) {
      decode(written.slice(from, at), text);
      if (chars.startsWith(CDATA, at)) {
        int end = end(chars, "]]>", at);
        text.add(written.slice(Math.min(at + CDATA.length(), end), end));
        from = Math.min(end + "]]>".length(), chars.length());
      } else if (chars.startsWith("<!--", at)) {
        from = Math.min(end(chars, "-->", at) + "-->".length(), chars.length());
      } else {
        text.add("<!");
        from = at + 2;
      }
    }
    return decode(written.from(from), text).build(written.origin());
  }

  private static int end(String chars, String mark, int from) {
    int found = chars.indexOf(mark, from);
    return found < 0 ? chars.length() : found;
  }

  private static PartialTextBuilder decode(PartialText written, PartialTextBuilder text) {
    String chars = written.chars();
    int from = 0;
    for (int at = chars.indexOf('&'); at >= 0; at = chars.indexOf('&', at + 1)) {
      int end = afterReference(chars, at);
      if (end > at) {
        text.add(written.slice(from, at));
        resolve(chars.substring(at + 1, end - 1), written, text);
        from = end;
      }
    }
    return text.add(written.from(from));
  }

  /// The offset behind a reference that starts at `&`; that of the `&` when it is none.
  static int afterReference(String chars, int start) {
    int at = start + 1;
    while (at < chars.length() && isReference(chars.charAt(at))) {
      at++;
    }
    boolean ends = at > start + 1 && at < chars.length() && chars.charAt(at) == ';';
    return ends ? at + 1 : start;
  }

  private static boolean isReference(char c) {
    return c == '#' || Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private static void resolve(String name, PartialText written, PartialTextBuilder text) {
    if (name.startsWith("#")) {
      text.add(character(name));
    } else if (ENTITIES.containsKey(name)) {
      text.add(ENTITIES.get(name));
    } else {
      String fact = "what the entity `&" + name + ";` stands for";
      text.add(PartialText.hole(Doubt.notStated(fact, written.origin().at())));
    }
  }

  /// The character of a reference such as `#101` or `#x65`; the reference itself when there is no
  /// such character, as XML refuses it.
  private static String character(String reference) {
    boolean hex = reference.startsWith("#x");
    try {
      int code = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "&" + reference + ";";
    } catch (NumberFormatException _) {
      return "&" + reference + ";";
    }
  }
}
