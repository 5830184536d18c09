package dev.keylint.graph.call;

import dev.keylint.resource.RuntimeProperty;
import dev.keylint.value.Answer;
import dev.keylint.value.PartialText;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What the place that describes a call says about which identity signs in.
///
/// @param said what names it: a client id, or the id of an identity; an empty text when it is set
///   to nothing
/// @param settings the settings beside, which may say it under a name of their own; empty when the
///   call is written elsewhere
public record ClientIds(Optional<Fact> said, Optional<Settings> settings) {
  /// Nothing is said.
  public static final ClientIds NONE = of(Optional.empty());

  /// One is named, or none, and there is no other place that could.
  public static ClientIds of(Optional<Fact> said) {
    return new ClientIds(said, Optional.empty());
  }

  /// The settings beside that may hold a client id under a name of their own.
  public List<Fact> others() {
    return settings.map(Settings::plain).orElse(List.of());
  }

  /// Why there may be more settings than those that were read.
  public Optional<Value.Unknown> unread() {
    return settings.flatMap(Settings::unread);
  }

  /// A client secret or certificate, which goes before any managed identity.
  public Optional<Fact> secret() {
    return settings.filter(Settings::signsInBySecret).flatMap(Settings::clientSecret);
  }

  /// Whether what is said is an empty text. A client id that only Azure knows is none.
  public static Answer isEmpty(Value said) {
    return switch (said) {
      case Value.Str(var text, _) -> Answer.of(text.isBlank());
      case Value.Unknown(Term.Call(var function, var arguments), _, _)
          when function.equalsIgnoreCase("if") && arguments.size() == 3 -> {
        Answer one = isEmpty(arguments.get(1));
        Answer other = isEmpty(arguments.get(2));
        yield one.equals(other) ? one : Answer.open((Value.Unknown) said);
      }
      case Value.Unknown unknown -> {
        boolean certain =
            !RuntimeProperty.all(unknown).isEmpty()
                || PartialText.of(unknown).filter(PartialText::isCertainlyNotEmpty).isPresent();
        yield certain ? Answer.no() : Answer.open(unknown);
      }
      case Value.Null _ -> Answer.yes();
      case Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ -> Answer.no();
    };
  }
}
