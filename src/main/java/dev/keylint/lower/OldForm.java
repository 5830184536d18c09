package dev.keylint.lower;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An extension resource as it was written before there was `scope`: the type `A.B/c/providers/d`
/// with the name `c-name/Provider.Namespace/d-name`, or inside of its owner `providers/d` with
/// `Provider.Namespace/d-name`.
///
/// @param type the type that Azure gives it, `Provider.Namespace/d`
/// @param name its own name
/// @param owner the scope that it sits on; empty inside of its owner
public record OldForm(String type, Expr name, Optional<Expr> owner) {
  private static final String PROVIDERS = "providers/";

  /// The providers of the extension resources that are written so, for names that do not show them.
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("roleassignments", "Microsoft.Authorization"),
          Map.entry("roledefinitions", "Microsoft.Authorization"),
          Map.entry("roleassignmentschedulerequests", "Microsoft.Authorization"),
          Map.entry("roleeligibilityschedulerequests", "Microsoft.Authorization"),
          Map.entry("locks", "Microsoft.Authorization"),
          Map.entry("policyassignments", "Microsoft.Authorization"),
          Map.entry("diagnosticsettings", "Microsoft.Insights"),
          Map.entry("eventsubscriptions", "Microsoft.EventGrid"),
          Map.entry("guestconfigurationassignments", "Microsoft.GuestConfiguration"),
          Map.entry("links", "Microsoft.Resources"));

  /// The owners that are scopes, and the functions that give these.
  private static final Map<String, String> SCOPES =
      Map.of(
          "microsoft.management/managementgroups", "managementGroup",
          "microsoft.resources/subscriptions", "subscription",
          "microsoft.subscription/subscriptions", "subscription",
          "microsoft.resources/resourcegroups", "resourceGroup",
          "microsoft.resources/subscriptions/resourcegroups", "resourceGroup");

  /// Whether a type is written so.
  public static boolean is(String type) {
    return type.toLowerCase(Locale.ROOT).contains("/" + PROVIDERS) || isInside(type);
  }

  /// Whether a type is written so inside of its owner.
  public static boolean isInside(String type) {
    return type.regionMatches(true, 0, PROVIDERS, 0, PROVIDERS.length());
  }

  /// What a resource of such a type is; empty when neither its type nor its name says of which
  /// provider it is.
  ///
  /// @param followed gives what is behind the name of a variable
  public static Optional<OldForm> of(
      String type, Expr name, UnaryOperator<Expr> followed, Location at) {
    int split = ("/" + type).toLowerCase(Locale.ROOT).indexOf("/" + PROVIDERS);
    String owner = split <= 0 ? "" : type.substring(0, split - 1);
    String rest = type.substring(split + PROVIDERS.length());
    int before = owner.isEmpty() ? 0 : segments(owner) - 1;
    Optional<NameSplit> literal = NameSplit.of(name, followed);
    Optional<NameSplit> fitting = literal.filter(found -> found.before().size() == before);
    if (fitting.isPresent()) {
      NameSplit found = fitting.orElseThrow();
      return Optional.of(
          new OldForm(
              found.provider() + "/" + rest, found.after(), scope(owner, found.before(), at)));
    }
    return literal
        .map(NameSplit::provider)
        .or(() -> Optional.ofNullable(KNOWN.get(rest.toLowerCase(Locale.ROOT))))
        .map(provider ->
            new OldForm(
                provider + "/" + rest,
                segment(name, before + 1),
                scope(owner, firstSegments(name, before), at)));
  }

  /// The owner as a scope: an id that starts at the scope of the deployment, or a call that gives a
  /// scope.
  private static Optional<Expr> scope(String type, List<Expr> names, Location at) {
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String function = SCOPES.get(type.toLowerCase(Locale.ROOT));
    if (function != null) {
      return Optional.of(new Expr.Call(Optional.empty(), function, names, at));
    }
    String[] types = type.split("/");
    List<Expr> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String start = i == 0 ? types[0] + "/" : "/";
      parts.add(new Expr.StringLiteral(start + types[i + 1] + "/", at));
      parts.add(names.get(i));
    }
    return Optional.of(new Expr.Call(Optional.empty(), "concat", parts, at));
  }

  private static List<Expr> firstSegments(Expr name, int count) {
    List<Expr> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      segments.add(segment(name, i));
    }
    return segments;
  }

  /// A segment of a name that only evaluation shows.
  private static Expr segment(Expr name, int index) {
    Location at = name.at();
    Expr slash = new Expr.StringLiteral("/", at);
    Expr all = new Expr.Call(Optional.empty(), "split", List.of(name, slash), at);
    return new Expr.Access(all, new Expr.IntLiteral(index, at), false, false, at);
  }

  private static int segments(String type) {
    return (int) type.chars().filter(c -> c == '/').count() + 1;
  }
}
