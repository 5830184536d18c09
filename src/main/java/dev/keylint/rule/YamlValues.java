package dev.keylint.rule;

import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import dev.keylint.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads YAML as data: `true`, `false`, `null` and decimal numbers mean what they say, every other
/// plain word is a text.
public final class YamlValues {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

  private YamlValues() {}

  /// The value of a node; its places are those of the file.
  public static Value value(YamlNode node) {
    Origin origin = Origin.at(node.at());
    return switch (node) {
      case YamlNode.Mapping(var entries, _) -> {
        List<Property> properties = new ArrayList<>();
        for (YamlNode.Entry entry : entries) {
          properties.add(new Property(entry.key().text(), entry.key().at(), value(entry.value())));
        }
        yield new Value.Obj(Properties.of(properties), origin);
      }
      case YamlNode.Sequence(var items, _) ->
          new Value.Arr(items.stream().map(YamlValues::value).toList(), origin);
      case YamlNode.Scalar scalar ->
          scalar.quoted() ? new Value.Str(scalar.text(), origin) : plain(scalar.text(), origin);
    };
  }

  private static Value plain(String text, Origin origin) {
    return switch (text) {
      case "true" -> new Value.Bool(true, origin);
      case "false" -> new Value.Bool(false, origin);
      case "", "~", "null" -> new Value.Null(origin);
      default -> {
        if (WHOLE.matcher(text).matches()) {
          yield new Value.Int(Long.parseLong(text), origin);
        }
        yield DECIMAL.matcher(text).matches()
            ? new Value.Decimal(new BigDecimal(text), origin)
            : new Value.Str(text, origin);
      }
    };
  }
}
