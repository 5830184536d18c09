package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;

/// Lines of a file with cases that belong together.
///
/// @param start what the first line is like
/// @param more what it is like when there are others
/// @param end what the last of them is like
/// @param indent how far all of them stand to the right
record ExampleBlock(String start, String more, String end, int indent) {
  String of(Source cases, int annotation) {
    int first = annotation;
    if (!cases.line(annotation).startsWith(" ".repeat(indent + 1))) {
      first = annotation + 1;
    } else {
      while (first > 1 && !cases.line(first).matches(start)) {
        first--;
      }
    }
    boolean block = cases.line(first).stripTrailing().matches(more);
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= cases.lineCount(); line++) {
      String text = cases.line(line);
      if (!isAnnotation(text)) {
        lines.add(text.substring(Math.min(indent, text.length())));
      }
      if (!block || (line > first && text.matches(end))) {
        break;
      }
    }
    return String.join("\n", lines);
  }

  private static boolean isAnnotation(String line) {
    return line.strip().matches("// (ruleid|ok|unknown|todoruleid|todook|nofix|nocase): .*");
  }
}
