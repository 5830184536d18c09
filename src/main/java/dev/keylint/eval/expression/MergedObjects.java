package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Objects in the body of a resource that are put together of parts of which some may be absent:
/// there a property that is null is as good as none.
public final class MergedObjects {
  private MergedObjects() {}

  /// The value with such objects, at every depth, as plain ones.
  public static Value told(Value value, Run run) {
    if (run.known(value)) {
      return value;
    }
    return switch (value) {
      case Value.Obj(Properties properties, var origin) -> {
        List<Property> members = new ArrayList<>(properties.size());
        for (Property each : properties) {
          members.add(each.with(told(each.value(), run)));
        }
        yield new Value.Obj(Properties.of(members, properties.unread()), origin);
      }
      case Value.Arr(List<Value> items, var origin) ->
          new Value.Arr(items.stream().map(item -> told(item, run)).toList(), origin);
      case Value.Unknown unknown when merges(unknown) ->
          PartialObject.of(unknown, run)
              .<Value>map(object -> told(object.withNulls(unknown.origin()), run))
              .orElse(unknown);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Unknown _ ->
          value;
    };
  }

  private static boolean merges(Value.Unknown value) {
    return value.term() instanceof Term.Call(String function, _)
        && (function.equals("union") || function.equals("shallowMerge") || function.equals("if"));
  }
}
