package dev.keylint.lower.arm;

import dev.keylint.json.JsonMember;
import dev.keylint.lower.SimilarKeys;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Collects what the lowering of one file could not understand.
final class ArmProblems {
  /// Templates in variables that are still read in one file, in characters: each use reads them
  /// anew, and they may hold further ones. Azure takes no more either, with all its parts.
  private static final int MAX_VARIABLE_TEMPLATES = 4 << 20;

  private final Source source;
  private final List<Diagnostic> found = new ArrayList<>();
  private long variableTemplates;

  ArmProblems(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  Location at(Span span) {
    return new Location.InFile(source, span);
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void add(Kind kind, String message, Location at) {
    found.add(Diagnostic.of(kind, message, at));
  }

  /// The expression that stands for a construct we do not know, once it has been reported.
  Expr unsupported(String construct, Location at) {
    add(Kind.UNSUPPORTED, construct + " is not supported", at);
    return new Expr.Unsupported(construct, at);
  }

  /// Reports keys that differ by case only; they are returned in lower case.
  Set<String> reportSimilarKeys(Kind kind, List<JsonMember> members) {
    if (members.size() < 2) {
      return Set.of();
    }
    Set<String> similar = SimilarKeys.in(members.stream().map(JsonMember::key).toList());
    Set<String> open = new HashSet<>(similar);
    for (JsonMember member : members) {
      if (open.remove(member.key().toLowerCase(Locale.ROOT))) {
        add(SimilarKeys.diagnostic(kind, member.key(), at(member.keySpan())));
      }
    }
    return similar;
  }

  /// Counts one more template that is read from a variable; false when it is one too many.
  boolean mayReadVariableTemplate(Span template, Location at) {
    variableTemplates += template.length();
    if (variableTemplates <= MAX_VARIABLE_TEMPLATES) {
      return true;
    }
    String message = "the templates in variables have more than " + MAX_VARIABLE_TEMPLATES;
    add(Kind.LIMIT, message + " characters", at);
    return false;
  }

  /// Each once: a part that is looked at twice reports twice.
  List<Diagnostic> found() {
    return found.stream().distinct().toList();
  }
}
