package dev.keylint.plan;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.Directive;
import dev.keylint.text.Location;
import dev.keylint.text.Silence;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the directives of a Bicep file silence, each code and each range of lines by itself.
///
/// As in Bicep `#disable-next-line` is for the one line below it, whatever stands there, and
/// `#disable-diagnostics` for all lines up to the one that restores the code, or the end.
final class Silences {
  private final Source source;
  private final Map<String, List<Integer>> restored = new HashMap<>();

  private Silences(BicepFile file) {
    this.source = file.source();
    for (Directive directive : file.directives()) {
      if (directive.kind() == Directive.Kind.RESTORE_DIAGNOSTICS) {
        for (String code : directive.codes()) {
          restored.computeIfAbsent(key(code), _ -> new ArrayList<>()).add(directive.line());
        }
      }
    }
  }

  static List<Silence> of(BicepFile file) {
    if (file.directives().isEmpty()) {
      return List.of();
    }
    Silences silences = new Silences(file);
    List<Silence> all = new ArrayList<>();
    for (Directive directive : file.directives()) {
      for (String code : directive.codes()) {
        silences.silence(directive, code).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  private Optional<Silence> silence(Directive directive, String code) {
    int below = directive.line() + 1;
    return switch (directive.kind()) {
      case DISABLE_NEXT_LINE -> Optional.of(silence(directive, code, below));
      case DISABLE_DIAGNOSTICS -> Optional.of(silence(directive, code, last(code, below)));
      case RESTORE_DIAGNOSTICS -> Optional.empty();
    };
  }

  private Silence silence(Directive directive, String code, int lastLine) {
    Location.InFile at = new Location.InFile(source, directive.span());
    return new Silence(List.of(code), directive.line() + 1, lastLine, reason(directive), at);
  }

  private int last(String code, int from) {
    return restored.getOrDefault(key(code), List.of()).stream()
        .mapToInt(line -> line)
        .filter(line -> line >= from)
        .min()
        .orElse(source.lineCount());
  }

  /// The comment behind the codes.
  private String reason(Directive directive) {
    int end = source.lineEnd(directive.line());
    String rest = source.text().substring(Math.min(directive.span().end(), end), end).strip();
    return rest.startsWith("//") ? rest.substring(2).strip() : "";
  }

  private static String key(String code) {
    return code.toLowerCase(Locale.ROOT);
  }
}
