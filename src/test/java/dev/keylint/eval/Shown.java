package dev.keylint.eval;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Values and resources as comparable text: known values as JSON with sorted keys, unknown ones as
/// `⟦normal form⟧`.
final class Shown {
  private static final Set<String> NOT_COMPARED = Set.of("dependson", "metadata", "comments");

  private Shown() {}

  static String value(Value value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Value value, StringBuilder out) {
    switch (value) {
      case Value.Null _ -> out.append("null");
      case Value.Bool(boolean truth, _) -> out.append(truth);
      case Value.Int(long number, _) -> out.append(number);
      case Value.Decimal(var number, _) -> out.append(number.toPlainString());
      case Value.Str(String text, _) -> out.append('"').append(text).append('"');
      case Value.Arr(List<Value> items, _) -> {
        out.append('[');
        String separator = "";
        for (Value item : items) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(']');
      }
      case Value.Obj(var properties, _) -> {
        List<Property> sorted =
            properties.entries().stream().sorted(Comparator.comparing(Property::name)).toList();
        out.append('{');
        String separator = "";
        for (Property property : sorted) {
          out.append(separator).append(property.name()).append(':');
          write(property.value(), out);
          separator = ",";
        }
        out.append('}');
      }
      case Value.Unknown unknown -> out.append('⟦').append(NormalForm.print(unknown)).append('⟧');
    }
  }

  static String resource(Resource resource) {
    List<Property> body =
        resource.body().properties().entries().stream()
            .filter(p -> !NOT_COMPARED.contains(p.name().toLowerCase(Locale.ROOT)))
            .toList();
    StringBuilder out = new StringBuilder();
    out.append(value(resource.scope()))
        .append(" | ")
        .append(resource.type().name())
        .append(" | ")
        .append(value(resource.name()))
        .append(" | ")
        .append(resource.apiVersion())
        .append(resource.existing() ? " | existing" : "")
        .append(" | ")
        .append(resource.condition().map(Shown::value).orElse("certain"))
        .append(" | ");
    return out + value(new Value.Obj(Properties.of(body), resource.body().origin()));
  }

  static List<String> resources(Estate estate, boolean existing) {
    return estate.resources().stream()
        .filter(resource -> resource.existing() == existing)
        .map(Shown::resource)
        .sorted()
        .collect(Collectors.toList());
  }

  static List<String> outputs(Estate estate) {
    return estate.outputs().stream()
        .map(output -> output.name() + " = " + value(output.value()))
        .sorted()
        .toList();
  }
}
