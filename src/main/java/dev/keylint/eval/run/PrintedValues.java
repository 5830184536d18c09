package dev.keylint.eval.run;

import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import java.util.IdentityHashMap;
import java.util.Locale;

/// The texts of values: those of unknown ones are long, and asked for often.
final class PrintedValues {
  private final IdentityHashMap<Value, String> printed = new IdentityHashMap<>();
  private final IdentityHashMap<Value, String> keys = new IdentityHashMap<>();

  /// A text as it is, any other value in normal form.
  String plain(Value value) {
    return value instanceof Value.Unknown
        ? printed.computeIfAbsent(value, NormalForm::plain)
        : NormalForm.plain(value);
  }

  /// The same in lower case, by which a value is found again.
  String key(Value value) {
    return value instanceof Value.Unknown
        ? keys.computeIfAbsent(value, it -> plain(it).toLowerCase(Locale.ROOT))
        : plain(value).toLowerCase(Locale.ROOT);
  }
}
