package dev.keylint.defects;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A way to make a kind of defect in a text: what is matched becomes something else, or something
/// is added at the end.
///
/// @param suffix of the files in which it is made
/// @param types of what the text stands in, such as a resource or a registry module, in lower case;
///   any when there are none
/// @param append whether `with` goes to the end of the file instead
record Swap(String suffix, Pattern match, String with, List<String> types, boolean append) {
  private static final Pattern DECLARED =
      Pattern.compile("(?m)^ *(?:resource|module) +\\w+ +'([^'@:]*(?::[^'@:/]+)*[^'@:]*)[@:]");
  private static final Pattern TYPED = Pattern.compile("\"type\" *: *\"(Microsoft\\.[^\"]+)\"");

  /// Accounts of these kinds are called for something else than models.
  private static final Pattern OTHER_KIND =
      Pattern.compile(
          "\\bkind[\"']? *: *[\"'](?:ContentSafety|FormRecognizer|SpeechServices|TextAnalytics"
              + "|ComputerVision|TextTranslation)[\"']");

  private static final Pattern TOP = Pattern.compile("(?m)^(?:\\w|@)");

  /// A text with one defect, and the lines of the declaration in which that is.
  record Edited(int line, int first, int last, String text) {}

  /// All texts that come of one edit each.
  List<Edited> in(String text) {
    List<Edited> edited = new ArrayList<>();
    Matcher found = match.matcher(text);
    while (found.find()) {
      int start = found.start();
      int begin = begin(text, start);
      int end = end(text, found.end());
      if (isInType(text, start) && !OTHER_KIND.matcher(text).region(begin, end).find()) {
        String after = edit(text, found.toMatchResult());
        edited.add(new Edited(line(text, start), line(text, begin), line(text, end), after));
      }
    }
    return edited;
  }

  private String edit(String text, MatchResult at) {
    StringBuilder replacement = new StringBuilder(with);
    for (int group = at.groupCount(); group >= 1; group--) {
      String value = Optional.ofNullable(at.group(group)).orElse("");
      int place = replacement.indexOf("$" + group);
      while (place >= 0) {
        replacement.replace(place, place + 2, value);
        place = replacement.indexOf("$" + group, place + value.length());
      }
    }
    return append
        ? text + "\n" + replacement
        : text.substring(0, at.start()) + replacement + text.substring(at.end());
  }

  private boolean isInType(String text, int at) {
    if (types.isEmpty()) {
      return true;
    }
    Pattern opening = suffix.equals(".json") ? TYPED : DECLARED;
    Matcher declared = opening.matcher(text).region(0, Math.min(text.length(), at + 1));
    String last = "";
    while (declared.find()) {
      last = declared.group(1).toLowerCase(Locale.ROOT);
    }
    String type = last;
    return types.stream().anyMatch(it -> type.equals(it) || type.endsWith(it));
  }

  /// Where the declaration begins that something stands in; in JSON, the resource.
  private int begin(String text, int at) {
    int begin = 0;
    Matcher opening = (suffix.equals(".json") ? TYPED : TOP).matcher(text).region(0, at);
    while (opening.find()) {
      begin = opening.start();
    }
    return begin;
  }

  private int end(String text, int at) {
    Matcher next = (suffix.equals(".json") ? TYPED : TOP).matcher(text);
    return next.find(at) ? next.start() : text.length();
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(it -> it == '\n').count();
  }
}
