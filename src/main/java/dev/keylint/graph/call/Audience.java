package dev.keylint.graph.call;

import dev.keylint.value.Alternatives;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Brings the audience of a token into the form that rules compare.
public final class Audience {
  private static final String DEFAULT_SCOPE = "/.default";

  /// The words of names that speak of AI, and of none of its services.
  private static final Pattern MODELS =
      Pattern.compile("(^|_)(AI|MODELS?|INFERENCE|LLM|GPT|CHAT|EMBEDDINGS?)(_|$)");

  /// The words that say nothing about whose audience it is.
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "(^|_)(APP|AZURE|AAD|ENTRA|AUTH|TOKENS?|DEFAULT|CREDENTIALS?|IDENTITY|RESOURCE|ID|URI|URL"
              + "|SERVICES?|ENDPOINT|SCOPES?|AUDIENCES?)(?=_|$)");

  private static final Pattern SCOPE = Pattern.compile("(^|_)SCOPES?(_|$)");

  private static final Pattern OF_MODELS =
      Pattern.compile("(?i)https://(cognitiveservices|ai)\\.azure\\.(com|us|cn)(/.*)?");

  private Audience() {}

  /// The fact that a property states; empty when it is no text, or empty.
  public static Optional<Fact> of(Property property) {
    return PartialText.of(property.value())
        .filter(text -> !text.chars().isBlank())
        .map(text ->
            new Fact(pickedAmongTexts(text).orElseGet(() -> plain(text).value()), property));
  }

  /// What a place takes: `resource` where the audience stands alone, `scope` where `/.default`
  /// follows it; empty where nothing says which.
  public static Optional<String> form(Source source, Fact audience) {
    return switch (source) {
      case ACTION, POLICY, BACKEND -> Optional.of("resource");
      case CONNECTION, ON_YOUR_DATA, SEARCH_OBJECT, UNREAD -> Optional.empty();
      case SETTING ->
          SCOPE.matcher(SettingName.words(audience.evidence().name())).find()
              ? Optional.of("scope")
              : Optional.empty();
    };
  }

  /// Without `/.default`, which makes a scope of it, and without a slash at its end; in lower case.
  private static PartialText plain(PartialText text) {
    PartialText audience = slashless(text.lower());
    return audience.chars().endsWith(DEFAULT_SCOPE)
        ? slashless(audience.slice(0, audience.chars().length() - DEFAULT_SCOPE.length()))
        : audience;
  }

  /// The same of what is not known because it is one of several texts, as an expression that gives
  /// it for each of them.
  private static Optional<Value> pickedAmongTexts(PartialText text) {
    if (text.isKnown() || text.chars().length() > 1) {
      return Optional.empty();
    }
    Value picked = text.holes().getFirst();
    List<Value> texts = Alternatives.ofAllowed(picked);
    return picked instanceof Value.Unknown unknown
            && texts.size() > 1
            && texts.stream().allMatch(Value.Str.class::isInstance)
        ? Optional.of(plain(unknown))
        : Optional.empty();
  }

  private static Value plain(Value.Unknown whole) {
    Value lower = call("toLower", whole, whole);
    Value bare = call("replace", whole, lower, text(DEFAULT_SCOPE, whole), text("", whole));
    Value shorter = call("sub", whole, call("length", whole, bare), integer(1, whole));
    return call(
        "if",
        whole,
        call("endsWith", whole, bare, text("/", whole)),
        call("substring", whole, bare, integer(0, whole), shorter),
        bare);
  }

  private static Value call(String function, Value.Unknown of, Value... arguments) {
    return new Value.Unknown(new Term.Call(function, List.of(arguments)), of.reason(), of.origin());
  }

  private static Value text(String text, Value.Unknown of) {
    return new Value.Str(text, of.origin());
  }

  private static Value integer(long value, Value.Unknown of) {
    return new Value.Int(value, of.origin());
  }

  private static PartialText slashless(PartialText text) {
    int end = text.chars().length();
    while (end > 0 && text.chars().charAt(end - 1) == '/') {
      end--;
    }
    return text.slice(0, end);
  }

  /// Whether a setting whose name speaks of no family is an audience for models: it says so by its
  /// name, or by its value when the name says nothing. Any other word is that of another service.
  static boolean isForModels(Setting setting) {
    String name = SettingName.words(setting.name());
    String rest = NEUTRAL.matcher(MODELS.matcher(name).replaceAll("_")).replaceAll("");
    boolean other = rest.chars().anyMatch(Character::isLetter);
    return !other
        && (MODELS.matcher(name).find()
            || (setting.value().value() instanceof Value.Str(var text, _)
                && OF_MODELS.matcher(text).matches()));
  }

  /// Whether a setting's value can be an audience: one that is known must be an https URL, as the
  /// name alone proves little.
  static boolean isPlausible(Value value) {
    return !(value instanceof Value.Str(var text, _))
        || text.regionMatches(true, 0, "https://", 0, "https://".length());
  }
}
