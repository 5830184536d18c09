package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the examples of a rule's page from its annotated Bicep cases.
final class CaseExamples {
  private CaseExamples() {}

  /// The top-level declaration that holds the first annotation of this kind, without annotations.
  static Optional<Docs.Example> first(Source cases, String kind, String rule) {
    String annotation = "// " + kind + ": " + rule;
    for (int line = 1; line <= cases.lineCount(); line++) {
      String text = cases.line(line).strip();
      if (text.equals(annotation) || text.startsWith(annotation + " ")) {
        return Optional.of(new Docs.Example("bicep", declaration(cases, line)));
      }
    }
    return Optional.empty();
  }

  private static String declaration(Source cases, int annotation) {
    int first = annotation;
    if (cases.line(annotation).startsWith("//")) {
      first = annotation + 1;
    } else {
      while (first > 1 && !startsDeclaration(cases.line(first))) {
        first--;
      }
    }
    boolean block = cases.line(first).stripTrailing().matches(".*[\\[({]");
    List<String> lines = new ArrayList<>();
    for (int line = first; line <= cases.lineCount(); line++) {
      String text = cases.line(line);
      if (!isAnnotation(text)) {
        lines.add(text);
      }
      if (!block || (line > first && (text.startsWith("}") || text.startsWith("]")))) {
        break;
      }
    }
    return String.join("\n", lines);
  }

  private static boolean startsDeclaration(String line) {
    return !line.isEmpty() && Character.isLetter(line.charAt(0));
  }

  private static boolean isAnnotation(String line) {
    return line.strip().matches("// (ruleid|ok|unknown|todoruleid|todook): .*");
  }
}
