package dev.keylint.text;

/// Texts that are too long to be shown whole.
public final class Cut {
  private Cut() {}

  /// The text, or so many of its characters and `…`.
  public static String to(String text, int most) {
    return text.length() <= most ? text : beginning(text, most) + "…";
  }

  /// The first characters of a longer text, at most so many, of which none is cut in half.
  public static String beginning(String text, int most) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
