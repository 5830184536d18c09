package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the examples of a rule's page from its annotated cases: from Bicep, and from what Azure
/// returns where only that can break the rule.
final class CaseExamples {
  private final RuleFolder folder;

  CaseExamples(RuleFolder folder) {
    this.folder = folder;
  }

  Optional<Docs.Example> noncompliant() {
    return bicep("ruleid").or(() -> live("ruleid"));
  }

  /// Of the same kind.
  Optional<Docs.Example> compliant() {
    return bicep("ruleid").isEmpty() && live("ruleid").isPresent() ? live("ok") : bicep("ok");
  }

  /// The top-level declaration that holds the first annotation of this kind.
  private Optional<Docs.Example> bicep(String kind) {
    return folder
        .bicepCases()
        .flatMap(it -> annotated(it, kind, new Block("[A-Za-z].*", ".*[\\[({]", "[}\\]].*", 0)))
        .map(it -> new Docs.Example("bicep", it));
  }

  /// The body that holds it.
  private Optional<Docs.Example> live(String kind) {
    return folder
        .liveCases()
        .flatMap(it -> annotated(it, kind, new Block(" {2}\\{", ".*", " {2}\\}.*", 2)))
        .map(it -> new Docs.Example("json", it.replaceFirst(",$", "")));
  }

  /// Lines that belong together.
  ///
  /// @param start what the first line is like
  /// @param more what it is like when there are others
  /// @param end what the last of them is like
  /// @param indent how far all of them stand to the right
  private record Block(String start, String more, String end, int indent) {
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
  }

  private Optional<String> annotated(Source cases, String kind, Block block) {
    String annotation = "// " + kind + ": " + folder.name();
    for (int line = 1; line <= cases.lineCount(); line++) {
      String text = cases.line(line).strip();
      if (text.equals(annotation) || text.startsWith(annotation + " ")) {
        return Optional.of(block.of(cases, line));
      }
    }
    return Optional.empty();
  }

  private static boolean isAnnotation(String line) {
    return line.strip().matches("// (ruleid|ok|unknown|todoruleid|todook): .*");
  }
}
