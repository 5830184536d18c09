package dev.keylint.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `union` or a spread leaves of objects that are not all known: a key of the last ones counts
/// whatever those before it hold.
public final class OpenMerge {
  private OpenMerge() {}

  /// An object that holds the members which are certain; empty where the last one is not known.
  public static Optional<Value.Obj> of(Value.Unknown value) {
    if (!(value.term() instanceof Term.Call(String function, List<Value> arguments))) {
      return Optional.empty();
    }
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "union" -> certain(value, function, arguments, true);
      case "shallowmerge" ->
          arguments.size() == 1 && arguments.getFirst() instanceof Value.Arr(var parts, _)
              ? certain(value, function, parts, false)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value.Obj> certain(
      Value.Unknown whole, String function, List<Value> parts, boolean deep) {
    int known = parts.size();
    while (known > 0 && isKnown(parts.get(known - 1))) {
      known--;
    }
    List<Property> members = new ArrayList<>();
    for (Value part : parts.subList(known, parts.size())) {
      for (Property each : ((Value.Obj) part).properties()) {
        // Azure merges what stands within, too.
        boolean open = deep && each.value() instanceof Value.Obj;
        members.add(open ? merged(each, whole, function) : each);
      }
    }
    return known == parts.size()
        ? Optional.empty()
        : Optional.of(new Value.Obj(Properties.of(members, Optional.of(whole)), whole.origin()));
  }

  private static boolean isKnown(Value part) {
    return part instanceof Value.Obj(Properties properties, _) && !properties.isOpen();
  }

  private static Property merged(Property within, Value.Unknown whole, String function) {
    Value before = Properties.of(List.of(), Optional.of(whole)).get(within.name()).orElseThrow();
    Term term = new Term.Call(function, List.of(before, within.value()));
    return within.with(new Value.Unknown(term, whole.reason(), within.value().origin()));
  }
}
