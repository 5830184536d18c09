package dev.keylint.check;

import dev.keylint.check.Datum.Bool;
import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Real;
import dev.keylint.check.Datum.Text;
import dev.keylint.rule.Message;
import dev.keylint.rule.Rule;
import dev.keylint.text.Cut;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Shown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fills in the holes of messages.
final class Messages {
  private static final int LONGEST = 120;

  private static final String NAME = "resource.name";

  /// The last two steps of a path, such as `grant.role.name`.
  private static final Pattern PATH = Pattern.compile("(?:\\w+\\.)*?(\\w+)\\.(\\w+)");

  /// What `nameless` says, put in quotes by the message, and the word before.
  private static final Pattern NAMELESS =
      Pattern.compile("(?:\\b(\\p{Alpha}+) )?'an unknown (\\p{Alpha}+)'");

  /// The same behind a word that says whose or which it is.
  private static final Pattern DETERMINED =
      Pattern.compile("(?i)\\b(the|its|their|\\p{Alpha}+'s) an unknown ");

  private final Subject subject;
  private final Phrases phrases;
  private final ResourceTitles titles;

  Messages(Phrases phrases, ResourceTitles titles, Subject subject) {
    this.phrases = phrases;
    this.titles = titles;
    this.subject = subject;
  }

  String text(Message message) {
    return parts(message, false).text();
  }

  /// The same for what can't be told, unless nothing of it is known, or it quotes what nothing is
  /// known of: then what the rule is about, and the subject.
  String perhaps(Message message, Rule rule) {
    Parts parts = parts(message, true);
    boolean unknown = parts.holes() > 0 && parts.unknown() == parts.holes();
    return unknown || parts.text().contains("'" + Shown.UNKNOWN + "'")
        ? rule.metadata().title() + " ('" + subject.title().get() + "')."
        : parts.text();
  }

  private record Parts(String text, int holes, int unknown) {}

  private Parts parts(Message message, boolean undecided) {
    StringBuilder text = new StringBuilder();
    int holes = 0;
    int unknown = 0;
    Set<String> quoted = new LinkedHashSet<>(List.of(subject.title().get()));
    for (Message.Part part : message.parts()) {
      switch (part) {
        case Message.Words(String words) -> text.append(words);
        case Message.Hole(var formula) -> {
          boolean isUnknown = true;
          for (Phrases.Part phrase : phrases.of(formula.root(), undecided)) {
            List<String> called = titles(phrase).toList();
            boolean isNothing = isUnknown(phrase, called);
            text.append(text(phrase, called, isNothing));
            quoted.addAll(called);
            isUnknown &= isNothing;
          }
          holes++;
          unknown += isUnknown ? 1 : 0;
        }
      }
    }
    String said = text.toString();
    for (String title : quoted) {
      said = said.replace("'" + title + "'", Titles.quoted(title));
    }
    return new Parts(plain(said), holes, unknown);
  }

  /// `Role 'an unknown role'` reads as `An unknown role`, and so does what stands for any name: it
  /// is none itself, so that it has no quotes.
  private static String plain(String text) {
    if (!text.contains("an unknown ")) {
      return text;
    }
    String bare = NAMELESS.matcher(text).replaceAll(Messages::bare);
    String plain = DETERMINED.matcher(bare).replaceAll("$1 unknown ");
    boolean sentence = plain.startsWith("an unknown ") && plain.endsWith(".");
    return sentence ? "An" + plain.substring(2) : plain;
  }

  private static String bare(MatchResult found) {
    Optional<String> before = Optional.ofNullable(found.group(1));
    String what = found.group(2);
    return before
        .filter(it -> !it.equalsIgnoreCase(what))
        .map(it -> it + " an unknown " + what)
        .orElseGet(() ->
            (before.filter(it -> !it.equals(what)).isPresent() ? "An" : "an") + " unknown " + what);
  }

  private static boolean isUnknown(Phrases.Part part, List<String> called) {
    return called.isEmpty()
        && (part.items().isEmpty() ? Stream.of(part.result()) : part.items().stream())
            .allMatch(Messages::isUnknown);
  }

  private Stream<String> titles(Phrases.Part part) {
    return part.path().equals(NAME) && part.result() instanceof Result.Unknown name
        ? Stream.of(name).filter(it -> !isSecret(it)).map(_ -> subject.title().get())
        : Stream.concat(Stream.of(part.result()), part.items().stream())
            .flatMap(it -> title(it).stream());
  }

  /// A resource without a name goes by its symbol or its place.
  private Optional<String> title(Result result) {
    return result instanceof Result.Unknown name
            && name.value().flatMap(Titles::telling).isEmpty()
            && !isSecret(name)
        ? titles.of(name)
        : Optional.empty();
  }

  private static boolean isUnknown(Result result) {
    return switch (result) {
      case Result.Known _ -> false;
      case Result.Unknown unknown -> unknown.value().flatMap(Shown::known).isEmpty();
      case Result.Failed _ -> true;
    };
  }

  /// A text, a number or a truth value in short; empty for anything else.
  static Optional<String> value(Result result) {
    return switch (result) {
      case Result.Known _ when isSecret(result) -> Optional.of("***");
      case Result.Known(Datum.Text(String text), _) ->
          Optional.of("'" + Cut.to(text, LONGEST) + "'");
      case Result.Known(Datum.Items _, _),
          Result.Known(Datum.Maybe _, _),
          Result.Known(Table _, _),
          Result.Known(Struct _, _),
          Result.Unknown _,
          Result.Failed _ ->
          Optional.empty();
      case Result.Known(Datum datum, _) -> Optional.of(text(datum));
    };
  }

  /// Whether it may not be shown; of what the user gave for this run, a truth value tells nothing.
  private static boolean isSecret(Result result) {
    boolean isPlain =
        result instanceof Result.Known(var datum, _)
            && (datum instanceof Bool || datum instanceof Datum.Nothing);
    for (Place place : result.why().places()) {
      Hiding hiding = place.origin().map(Origin::hiding).orElse(Hiding.NONE);
      if (isPlain ? hiding == Hiding.SECRET : hiding != Hiding.NONE) {
        return true;
      }
    }
    return false;
  }

  /// The value in short; what is secret is never shown.
  private String text(Phrases.Part part, List<String> called, boolean isUnknown) {
    if (isSecret(part.result())) {
      return "***";
    }
    boolean isList = !part.items().isEmpty() && !isUnknown;
    String text =
        isList
            ? part.items().stream()
                .map(it -> text(it).orElse(Shown.UNKNOWN))
                .collect(Collectors.joining(part.separator()))
            : called.stream()
                .findFirst()
                .or(() -> text(part.result()))
                .orElseGet(() -> nameless(part.path()));
    return Cut.to(text, LONGEST);
  }

  /// The value in short, unless nothing is known of it.
  private Optional<String> text(Result result) {
    return switch (result) {
      case Result _ when isSecret(result) -> Optional.of("***");
      case Result.Known(Datum datum, _) -> Optional.of(text(datum));
      case Result.Unknown unknown -> title(unknown).or(() -> unknown.value().flatMap(Shown::known));
      case Result.Failed _ -> Optional.of(Shown.UNKNOWN);
    };
  }

  /// A value of which nothing is known: the symbol of the subject for its name, else what it is.
  private String nameless(String said) {
    Matcher path = PATH.matcher(said);
    if (!path.matches()) {
      return Shown.UNKNOWN;
    }
    String owner = path.group(1);
    return switch (path.group(2)) {
      case "name" -> owner.equals("resource") ? subject.title().get() : "an unknown " + owner;
      case "host", "audience", "caller", "scope", "credential" -> "an unknown " + path.group(2);
      case "targets" -> "what lies in its scope";
      default -> Shown.UNKNOWN;
    };
  }

  private static String text(Datum datum) {
    return switch (datum) {
      case Text(String text) -> text;
      case Bool(boolean value) -> String.valueOf(value);
      case Int(long value) -> String.valueOf(value);
      case Real(double value) -> Conversions.decimal(value);
      case Datum.Nothing _ -> "null";
      case Datum.Items _, Datum.Maybe _, Table _, Struct _ -> datum.kind();
    };
  }
}
